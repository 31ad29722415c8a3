import type { JSX } from 'preact';
import { tint, type KnownValue } from './tint.ts';

/** Text in which every known value carries its maker's colour. */
export function Tinted({
  text,
  known,
}: {
  text: string;
  known: readonly KnownValue[];
}): JSX.Element {
  return (
    <>
      {tint(text, known).map((part, index) =>
        part.maker ? (
          <mark key={index} class="pg-value" data-actor={part.maker}>
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </>
  );
}
