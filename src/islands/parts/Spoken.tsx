import { useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Announcement } from './announcer.ts';

/**
 * The one live region of an island. Emptied first, so that the same words are spoken again.
 *
 * @param props.announcement the newest message; one that stands there already is not spoken
 */
export function Spoken({
  announcement,
}: {
  announcement: ReadonlySignal<Announcement>;
}): JSX.Element {
  const text = useSignal('');
  const heard = useRef(announcement.peek().id);
  useSignalEffect(() => {
    const { id, text: message } = announcement.value;
    if (id === heard.current) return undefined;
    heard.current = id;
    text.value = '';
    const timer = setTimeout(() => (text.value = message), 60);
    return () => clearTimeout(timer);
  });
  return (
    <div class="sr-only" aria-live="polite" aria-atomic="true">
      {text.value}
    </div>
  );
}
