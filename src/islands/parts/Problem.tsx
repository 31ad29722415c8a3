import type { JSX } from 'preact';
import { Verdict } from './Verdict.tsx';

/** What is wrong with a field, below it; the field names it by `aria-describedby`. */
export function Problem({
  id,
  text,
}: {
  id?: string;
  text: string | undefined;
}): JSX.Element | null {
  if (!text) return null;
  return (
    <p class="fd-problem" id={id}>
      <Verdict kind="refused" />
      <span>{text}</span>
    </p>
  );
}
