import type { JSX } from 'preact';
import { errorHref } from '#protocol/errors/error-href.ts';

const pieces = /(`[^`]*`|\b(?:OAU|CMN|AGW)-\d{2,4}\b)/;

/** A sentence of a finding: names between backticks are code, codes lead to their entries. */
export function Words({ text }: { text: string }): JSX.Element {
  return (
    <>
      {text.split(pieces).map((part, at) => {
        if (at % 2 === 0) return part;
        if (part.startsWith('`')) return <code key={at}>{part.slice(1, -1)}</code>;
        return (
          <a key={at} href={errorHref(part)}>
            {part}
          </a>
        );
      })}
    </>
  );
}
