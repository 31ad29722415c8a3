import type { JSX } from 'preact';
import type { FlowId } from '#app-settings/app.ts';
import { basisWords } from '#app-settings/rules/basis-words.ts';
import { errorEntry } from '#protocol/errors/catalogue.ts';
import type { Predicted } from '../model/predicted.ts';

/** The error of the catalogue that a refused attempt gets. */
export function PredictedBox({
  flow,
  predicted,
}: {
  flow: FlowId;
  predicted: Predicted | undefined;
}): JSX.Element {
  if (!predicted) {
    return (
      <p>
        {flow === 'refresh-token'
          ? 'A token answer without refresh_token. RingCentral refuses nothing, so you have no code to search for.'
          : 'No source shows what RingCentral answers.'}
      </p>
    );
  }
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
