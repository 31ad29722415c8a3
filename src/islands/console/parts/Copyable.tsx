import type { JSX } from 'preact';
import { CopyButton } from '#islands/parts/CopyButton.tsx';

/** A value on one line with the way to copy it. */
export function Copyable({
  text,
  name,
  line = false,
  say,
}: {
  text: string;
  name: string;
  /** On a line of its own. */
  line?: boolean;
  say: (words: string) => void;
}): JSX.Element {
  return (
    <span class={line ? 'cs-copyable cs-line' : 'cs-copyable'}>
      <code>{text}</code>
      <CopyButton text={text} name={name} announce={say} />
    </span>
  );
}
