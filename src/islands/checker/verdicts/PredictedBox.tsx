import type { JSX } from 'preact';
import { basisWords } from '#app-settings/rules/basis-words.ts';
import { errorEntry } from '#protocol/errors/catalogue.ts';
import type { Predicted } from '../model/predicted.ts';

/** The error of the catalogue that a refused attempt gets. */
export function PredictedBox({ predicted }: { predicted: Predicted | undefined }): JSX.Element {
  if (!predicted) return <p>No source shows what RingCentral answers.</p>;
  const { status, error, message, basis, source } = errorEntry(predicted.code);
  return (
    <>
      <p class="ck-error">
        <code>{status}</code> <code>{error}</code> <code>{predicted.code}</code>{' '}
        <span>{message}</span>
      </p>
      <p class="ck-basis">{`It comes ${predicted.where}. ${basisWords[basis]}: ${source}.`}</p>
    </>
  );
}
