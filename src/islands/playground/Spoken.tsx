import { useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Playground } from './model/types.ts';

/**
 * The one live region. It holds one message at a time: the model's newest, or
 * what a button of the page said. Emptied first, so that the same words are
 * spoken again.
 */
export function Spoken({
  playground,
  said,
}: {
  playground: Playground;
  said: ReadonlySignal<string>;
}): JSX.Element {
  const text = useSignal('');
  const heard = useRef(playground.announcement.peek().id);

  const speak = (message: string): (() => void) => {
    text.value = '';
    const timer = setTimeout(() => (text.value = message), 60);
    return () => clearTimeout(timer);
  };
  useSignalEffect(() => {
    const { id, text: message } = playground.announcement.value;
    if (id === heard.current) return;
    heard.current = id;
    return speak(message);
  });
  useSignalEffect(() => {
    if (said.value) return speak(said.value);
    return undefined;
  });

  return (
    <div class="sr-only" aria-live="polite" aria-atomic="true">
      {text.value}
    </div>
  );
}
