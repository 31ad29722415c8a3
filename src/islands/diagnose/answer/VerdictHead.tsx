import type { JSX } from 'preact';
import { verdictOf } from '#diagnosis/reply/verdict.ts';
import { certaintyOf } from '#diagnosis/finding.ts';
import type { Shown } from '#diagnosis/hide/shown.ts';
import { withoutRule } from '#diagnosis/reply/sentences.ts';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { errorHref } from '#protocol/errors/error-href.ts';
import type { Diagnoser } from '../model/diagnoser.ts';
import { nothingWrong, shapeOf, whereItFailed } from '../model/words.ts';
import { findingId } from './finding-id.ts';
import { Words } from './Words.tsx';

const isCode = (id: string): boolean => /^(?:OAU|CMN|AGW|SANDBOX)-/.test(id);

/** The codes that have an entry: RingCentral's, and the sandbox's own. */
function Codes({ shown }: { shown: Shown }): JSX.Element | null {
  const found = verdictOf(shown);
  if (!found) return null;
  const { code, id } = found;
  const { status, place } = whereItFailed(shown);
  const main = code ?? (isCode(id) ? id : undefined);
  return (
    <>
      {main === undefined ? (
        status === undefined ? null : (
          <code>{status}</code>
        )
      ) : isCode(main) ? (
        <a href={errorHref(main)}>
          <code>{main}</code>
        </a>
      ) : (
        <code>{main}</code>
      )}
      {id !== main ? isCode(id) ? null : <code>{id}</code> : null}
      {main === undefined && place !== undefined ? <span>{place}</span> : null}
    </>
  );
}

/** The verdict in one sentence, with its shape, its certainty and its code. */
export function VerdictHead({
  shown,
  diagnoser,
}: {
  shown: Shown;
  diagnoser: Diagnoser;
}): JSX.Element {
  const found = verdictOf(shown);
  const light = (finding: number | undefined) => () => diagnoser.light(finding);
  return (
    <header
      class="dg-verdict"
      data-lit={(found && diagnoser.lit.value === 1) || undefined}
      onFocusCapture={light(1)}
      onBlurCapture={light(undefined)}
      onMouseEnter={light(1)}
      onMouseLeave={light(undefined)}
    >
      <div>
        <Verdict kind={shapeOf(found)} size={20} />
        <h2 id={findingId(1)} tabIndex={-1}>
          {found ? <Words text={withoutRule(found.title)} /> : nothingWrong}
        </h2>
      </div>
      <p>
        {found ? <span class="dg-certainty">{certaintyOf(found)}</span> : null}
        <Codes shown={shown} />
      </p>
    </header>
  );
}
