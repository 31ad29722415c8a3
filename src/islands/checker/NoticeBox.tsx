import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '#islands/parts/Icon.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { Checker } from './model/checker.ts';
import type { Place } from './model/notice.ts';

/** What the page says in this place, with Undo where the form was replaced. */
export function NoticeBox({
  checker,
  place,
}: {
  checker: Checker;
  place: Place;
}): JSX.Element | null {
  const notice = checker.notice.value;
  const box = useRef<HTMLDivElement>(null);
  const here = notice?.place === place ? notice : undefined;
  useEffect(() => {
    // A change reorders the rows, so its button may be gone: the notice is what comes next.
    if (here && place === 'verdicts') box.current?.focus();
  }, [here]);
  if (!here) return null;
  const undo = here.kind === 'refused' ? undefined : checker.undoLabel.value;
  return (
    <div class="ck-notice" data-kind={here.kind} ref={box} tabIndex={-1}>
      <Verdict kind={here.kind} />
      <div>
        <p class="ck-notice-title">{here.title}</p>
        {here.lines.length > 0 ? (
          <ul>
            {here.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <span class="ck-notice-buttons">
        {undo ? (
          <button
            type="button"
            class="pg-button pg-button-small"
            title={`Back to ${undo}`}
            onClick={() => checker.undo()}
          >
            <Icon name="undo" size={14} />
            Undo
          </button>
        ) : null}
        <button
          type="button"
          class="pg-icon-button"
          aria-label="Close this note"
          onClick={() => checker.dismiss()}
        >
          <Icon name="close" size={15} />
        </button>
      </span>
    </div>
  );
}
