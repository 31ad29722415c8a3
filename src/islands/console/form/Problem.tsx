import type { JSX } from 'preact';
import { Verdict } from '#islands/parts/Verdict.tsx';

/** What the sandbox objects to, below the field, which names it by `aria-describedby`. */
export function Problem({
  id,
  text,
}: {
  id: string;
  text: string | undefined;
}): JSX.Element | null {
  if (!text) return null;
  return (
    <p class="cs-problem" id={id || undefined}>
      <Verdict kind="refused" />
      <span>{text}</span>
    </p>
  );
}
