import type { JSX } from 'preact';
import { errorEntry } from '#protocol/errors/catalogue.ts';
import type { Predicted } from '../model/predicted.ts';
import { PredictedLines } from './PredictedLines.tsx';

/** The error with the catalogue's words for it. */
export function PredictedError({
  predicted,
}: {
  predicted: Predicted;
  /** Whether the reader looks at it. */
  isOpen: boolean;
}): JSX.Element {
  return <PredictedLines predicted={predicted} entry={errorEntry(predicted.code)} />;
}
