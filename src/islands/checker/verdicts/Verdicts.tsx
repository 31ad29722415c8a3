import type { JSX } from 'preact';
import { Counts } from '../Counts.tsx';
import type { Checker } from '../model/checker.ts';
import { NoticeBox } from '../NoticeBox.tsx';
import { VerdictRow } from './VerdictRow.tsx';

/** Where the bar of counts leads. */
export const verdictsId = 'ck-verdicts';

/** The seven flows, best first, each with its verdict in its parts. */
export function Verdicts({ checker }: { checker: Checker }): JSX.Element {
  const { today, bySettings } = checker.counts.value;
  const rows = checker.rows.value;
  const first = rows.find(({ answers: [answer] }) => answer.today === 'allowed')?.flow;
  return (
    <section class="ck-card ck-verdicts" aria-labelledby={verdictsId}>
      <header class="ck-verdicts-head">
        <h2 id={verdictsId} tabIndex={-1}>
          {checker.isExample.value ? 'Example: ' : ''}
          {checker.description.value}
        </h2>
        <dl class="ck-sums">
          <div>
            <dt>At RingCentral today</dt>
            <dd>
              <Counts counts={today} />
            </dd>
          </div>
          <div>
            <dt>By these settings</dt>
            <dd>
              <Counts counts={bySettings} />
            </dd>
          </div>
        </dl>
      </header>
      <NoticeBox checker={checker} place="verdicts" />
      <ul class="ck-rows">
        {rows.map((row) => (
          <VerdictRow key={row.flow} row={row} checker={checker} isFirst={row.flow === first} />
        ))}
      </ul>
    </section>
  );
}
