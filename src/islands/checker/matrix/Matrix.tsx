import { computed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Portal } from '#app-settings/app.ts';
import { Afterwards } from '#islands/parts/Afterwards.tsx';
import { Segments } from '#islands/parts/Segments.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { type Checker, createChecker, type Part } from '../model/checker.ts';
import { countCells, rowIdOf } from '../model/matrix.ts';
import { stillSurroundings } from '../model/surroundings.ts';
import { shapeOf, type Shown } from '../model/verdict.ts';
import { NoticeBox } from '../NoticeBox.tsx';
import { portalNames } from '../words.ts';
import type { MatrixView } from './Mark.tsx';
import { MatrixList } from './MatrixList.tsx';
import { MatrixTable } from './MatrixTable.tsx';

const portals: { value: Portal; label: string }[] = [
  { value: 'current', label: portalNames.current },
  { value: 'classic', label: portalNames.classic },
];
const parts: { value: Part; label: string }[] = [
  { value: 'bySettings', label: 'By settings' },
  { value: 'today', label: 'Today' },
];
const refresh: { value: 'yes' | 'no'; label: string }[] = [
  { value: 'no', label: 'Without refresh' },
  { value: 'yes', label: 'With refresh' },
];
const legend: { verdict: Shown; words: string }[] = [
  { verdict: 'allowed', words: 'Allowed' },
  { verdict: 'warning', words: 'Warning' },
  { verdict: 'disputed', words: 'Sources disagree, or not known' },
  { verdict: 'refused', words: 'Refused' },
];

/** What the page was built with. */
const asBuilt = (): Checker => createChecker(stillSurroundings);

/** The matrix in its frame; it wakes after what stands above it. */
export function Matrix({ checker, ready }: { checker: Checker; ready: boolean }): JSX.Element {
  return (
    <Afterwards
      class="ck-card ck-matrix"
      aria-labelledby="ck-matrix"
      ready={ready}
      // What the page was built with may be another thing by then.
      view={() => <Whole checker={checker} />}
      built={() => (checker.isExample.peek() ? undefined : <Whole checker={asBuilt()} />)}
    />
  );
}

/** Every setting of a portal with its seven flows. */
function Whole({ checker }: { checker: Checker }): JSX.Element {
  const several = useSignal(false);
  const portal = checker.matrixPortal.value;
  const part = checker.matrixPart.value;
  const groups = checker.matrix.value;
  const own = useMemo(
    () => computed(() => new Set(checker.settings.value.map(rowIdOf))),
    [checker],
  );
  const hidden = groups.filter((group) => group.several);
  const isOpen =
    several.value || hidden.some(({ rows }) => rows.some(({ id }) => own.value.has(id)));
  const shown = isOpen ? groups : groups.filter((group) => !group.several);
  const view: MatrixView = {
    part,
    own: own.value,
    audience: checker.draft.value.audience,
    load: checker.loadCell,
  };
  return (
    <>
      <header class="ck-matrix-head">
        <div>
          <h2 id="ck-matrix">Every setting at a glance</h2>
          <p>
            {part === 'today' ? 'As RingCentral treats them today. ' : 'As the settings decide. '}
            The left mark is for a private app, the right one for a public app, in an ordinary
            account.{' '}
            <span class="ck-live">
              Choose a mark to load its settings; arrow keys move between marks.
            </span>
          </p>
        </div>
        <div class="ck-switches">
          <Segments
            label="The portal"
            name="portal"
            value={portal}
            options={portals}
            onChange={(value) => checker.showMatrix({ portal: value })}
          />
          <Segments
            label="The part of the verdict"
            name="part"
            value={part}
            options={parts}
            onChange={(value) => checker.showMatrix({ part: value })}
          />
          <Segments
            label="Refresh tokens"
            name="refresh"
            value={checker.matrixRefresh.value ? 'yes' : 'no'}
            options={refresh}
            onChange={(value) => checker.showMatrix({ refresh: value === 'yes' })}
          />
        </div>
      </header>
      <NoticeBox checker={checker} place="matrix" />
      <MatrixTable groups={shown} view={view} />
      <MatrixList groups={shown} view={view} />
      {hidden.length > 0 ? (
        <div class="ck-matrix-more">
          <button
            type="button"
            class="ck-quiet"
            aria-expanded={isOpen}
            disabled={isOpen && !several.value}
            onClick={() => {
              several.value = !several.value;
            }}
          >
            {isOpen
              ? 'Hide apps with several methods'
              : `Show apps with several methods (${hidden.flatMap(({ rows }) => rows).length})`}
          </button>
        </div>
      ) : null}
      <footer class="ck-matrix-foot">
        <ul>
          {legend.map(({ verdict, words }) => (
            <li key={verdict} class={`ck-text-${shapeOf(verdict)}`}>
              <Verdict kind={shapeOf(verdict)} />
              {words}
            </li>
          ))}
        </ul>
        <p>
          {countCells(shown)} cells
          {shown.length < groups.length ? ` of ${countCells(groups)}` : ''}, each run against the
          sandbox by this site’s tests. <a href="/reference/app-settings/">Every rule</a>
        </p>
      </footer>
    </>
  );
}
