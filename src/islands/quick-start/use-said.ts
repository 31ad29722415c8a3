import { useSignal, type ReadonlySignal } from '@preact/signals';

/** One polite message at a time; emptied first, so that the same words are spoken again. */
export function useSaid(): { text: ReadonlySignal<string>; say: (message: string) => void } {
  const text = useSignal('');
  return {
    text,
    say: (message) => {
      text.value = '';
      setTimeout(() => (text.value = message), 60);
    },
  };
}
