import { useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';

/**
 * The one live region of an island. Emptied first, so that the same words are spoken again.
 *
 * @param props.said the newest message; empty for none
 */
export function Spoken({ said }: { said: ReadonlySignal<string> }): JSX.Element {
  const text = useSignal('');
  useSignalEffect(() => {
    const message = said.value;
    if (message === '') return undefined;
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
