import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { basisWords } from '#app-settings/rules/basis-words.ts';
import { errorTexts, loadErrorTexts } from '../model/error-texts.ts';
import type { Predicted } from '../model/predicted.ts';

/** The error of the catalogue that a refused attempt gets. */
export function PredictedBox({
  predicted,
  isOpen,
}: {
  predicted: Predicted | undefined;
  isOpen: boolean;
}): JSX.Element {
  useEffect(() => {
    if (isOpen) void loadErrorTexts();
  }, [isOpen]);
  if (!predicted) return <p>No source shows what RingCentral answers.</p>;
  const texts = errorTexts.value;
  const entry = texts.kind === 'here' ? texts.entryOf(predicted.code) : undefined;
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
        {texts.kind === 'unreachable' ? 'Its text could not be loaded.' : null}
      </p>
    </>
  );
}
