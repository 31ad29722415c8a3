import type { JSX } from 'preact';
import { basisWords } from '#app-settings/rules/basis-words.ts';
import type { CatalogueEntry } from '#protocol/errors/entry.ts';
import type { Predicted } from '../model/predicted.ts';

/** The error that a refused attempt gets, and where it comes from. */
export function PredictedLines({
  predicted,
  entry,
  hasFailed = false,
}: {
  predicted: Predicted;
  /** What the catalogue says of it; absent until it is here. */
  entry?: CatalogueEntry;
  hasFailed?: boolean;
}): JSX.Element {
  return (
    <>
      <p class="ck-error">
        {entry ? (
          <>
            <code>{entry.status}</code> <code>{entry.error}</code>{' '}
          </>
        ) : null}
        <code>{predicted.code}</code> <span>{entry?.message}</span>
      </p>
      <p class="ck-basis">
        {`It comes ${predicted.where}. `}
        {entry ? `${basisWords[entry.basis]}: ${entry.source}.` : null}
        {hasFailed ? 'Its text could not be loaded.' : null}
      </p>
    </>
  );
}
