import type { JSX } from 'preact';
import { verdictOf } from '#diagnosis/reply/verdict.ts';
import { certaintyOf, type Finding } from '#diagnosis/finding.ts';
import type { Shown } from '#diagnosis/hide/shown.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Diagnoser } from '../model/diagnoser.ts';

import { findingId } from './finding-id.ts';
import { Words } from './Words.tsx';

function Beside({
  found,
  number,
  diagnoser,
}: {
  found: Finding;
  number: number;
  diagnoser: Diagnoser;
}): JSX.Element {
  const light = (finding: number | undefined) => () => diagnoser.light(finding);
  return (
    <li
      data-lit={diagnoser.lit.value === number || undefined}
      onMouseEnter={light(number)}
      onMouseLeave={light(undefined)}
    >
      <b id={findingId(number)} tabIndex={-1} onFocus={light(number)} onBlur={light(undefined)}>
        {number}. <Words text={found.title} />
      </b>{' '}
      <span class="dg-certainty">{certaintyOf(found)}</span> <code>{found.id}</code>
      <p>
        <Words text={found.why} /> {found.fix === undefined ? null : <Words text={found.fix} />}
      </p>
    </li>
  );
}

const named = ({ cause, code }: { cause: string; code?: string }): string =>
  code === undefined ? cause : `${cause} (would be ${code})`;

/** What else was seen, and what it is not: folded. */
export function More({
  shown,
  diagnoser,
}: {
  shown: Shown;
  diagnoser: Diagnoser;
}): JSX.Element | null {
  const found = verdictOf(shown);
  const first = found ? 1 : 0;
  const others = shown.findings.slice(first);
  const excluded = found?.excluded ?? [];
  if (others.length === 0 && excluded.length === 0) return null;
  const [one] = others;
  return (
    <div class="dg-more">
      {one ? (
        <details>
          <summary>
            <Icon name="chevron" size={13} />
            <span>
              Also seen: <Words text={one.title} />
              {others.length > 1 ? `, and ${others.length - 1} more` : null}
            </span>
          </summary>
          <ol>
            {others.map((other, at) => (
              <Beside
                key={`${other.id} ${other.title}`}
                found={other}
                number={first + at + 1}
                diagnoser={diagnoser}
              />
            ))}
          </ol>
        </details>
      ) : null}
      {excluded.length > 0 ? (
        <details>
          <summary>
            <Icon name="chevron" size={13} />
            <span>Excluded: {excluded.map(named).join(', ')}</span>
          </summary>
          <ul>
            {excluded.map((cause) => (
              <li key={cause.cause}>{named(cause)}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
