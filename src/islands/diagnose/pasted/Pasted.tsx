import type { JSX } from 'preact';
import { Box } from '../empty/Box.tsx';
import { FileButton } from '../empty/FileButton.tsx';
import type { Diagnoser } from '../model/diagnoser.ts';
import { LateBelow, LateLines } from '../late-case.tsx';

function Reading({
  part,
  diagnoser,
}: {
  part: number | undefined;
  diagnoser: Diagnoser;
}): JSX.Element {
  return (
    <div class="dg-reading">
      <progress aria-label="Reading the file" max={1} value={part} />
      <button type="button" class="pg-button pg-button-small" onClick={() => diagnoser.cancel()}>
        Cancel
      </button>
    </div>
  );
}

/** The left of the page: the box, then what was pasted, with what belongs to it. */
export function Pasted({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element {
  const { phase, isTyping, isAdding } = diagnoser;
  const { kind } = phase.value;
  const isShown = kind === 'shown';
  return (
    <section class="dg-card dg-paste" aria-labelledby="dg-paste-title">
      <div class="dg-paste-head">
        <h2 id="dg-paste-title">{isShown ? 'What you pasted' : 'Paste, drop or type'}</h2>
        {isShown ? (
          <>
            <button
              type="button"
              class="dg-quiet"
              aria-pressed={isAdding.value}
              onClick={() => diagnoser.addMore(!isAdding.value)}
            >
              Add more
            </button>
            <button
              type="button"
              class="pg-button pg-button-small"
              aria-keyshortcuts="Escape"
              onClick={() => diagnoser.forget()}
            >
              Next ticket <kbd>Esc</kbd>
            </button>
          </>
        ) : (
          <FileButton diagnoser={diagnoser} />
        )}
      </div>
      {isAdding.value ? (
        <p class="dg-adding">
          Paste now: the new text is added below and judged together with this.
        </p>
      ) : null}
      {kind === 'reading' ? (
        <Reading
          part={phase.value.kind === 'reading' ? phase.value.part : undefined}
          diagnoser={diagnoser}
        />
      ) : isTyping.value ? (
        <Box diagnoser={diagnoser} />
      ) : (
        <LateLines diagnoser={diagnoser} />
      )}
      {isShown ? <LateBelow diagnoser={diagnoser} /> : null}
    </section>
  );
}
