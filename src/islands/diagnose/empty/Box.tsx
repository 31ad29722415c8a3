import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Diagnoser } from '../model/diagnoser.ts';

/** Where something is typed, and where the focus waits for the next paste. What was read stands in it masked. */
export function Box({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element {
  const box = useRef<HTMLTextAreaElement>(null);
  useSignalEffect(() => {
    if (!diagnoser.toBox.value) return;
    box.current?.focus();
    diagnoser.hasFocused();
  });
  return (
    <textarea
      ref={box}
      class="dg-box"
      data-paste-box=""
      aria-label="What failed"
      placeholder="An error, a trace, an address, a log, a customer’s sentence"
      spellcheck={false}
      autoComplete="off"
      autoCapitalize="off"
      value={diagnoser.typed.value}
      onInput={({ currentTarget }) => diagnoser.type(currentTarget.value)}
      onBlur={() => {
        // Another window has the focus: the reader comes back to where they were.
        if (document.hasFocus()) void diagnoser.typedIsDone();
      }}
    />
  );
}
