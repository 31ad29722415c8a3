import type { JSX } from 'preact';
import { basisWords } from '#app-settings/rules/basis-words.ts';
import type { Basis } from '#app-settings/rules/rule.ts';
import type { Source } from '#app-settings/sources.ts';

/** Where a statement was read, each with its address where it has one. */
export function Sources({ sources }: { sources: readonly Source[] }): JSX.Element {
  return (
    <>
      {sources.map(({ label, href }, index) => (
        <span key={label}>
          {index > 0 ? '; ' : ''}
          {href ? (
            <a href={href} rel="noreferrer">
              {label}
            </a>
          ) : (
            label
          )}
        </span>
      ))}
    </>
  );
}

/** How sure a statement is, and by which source. */
export function Basis({
  id,
  basis,
  sources,
}: {
  id?: string;
  basis: Basis;
  sources: readonly Source[];
}): JSX.Element {
  return (
    <span class="ck-basis">
      {id ? (
        <>
          <a href={`/reference/app-settings/#${id.toLowerCase()}`}>{id}</a>
          {'. '}
        </>
      ) : null}
      {basisWords[basis]}: <Sources sources={sources} />
    </span>
  );
}
