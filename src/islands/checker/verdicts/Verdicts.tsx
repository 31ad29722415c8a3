import type { JSX } from 'preact';
import { Counts } from '../Counts.tsx';
import type { Checker } from '../model/checker.ts';
import { NoticeBox } from '../NoticeBox.tsx';
import { VerdictRow } from './VerdictRow.tsx';

/** Where the bar leads. */
export const verdictsId = 'ck-verdicts';

/** The answer, then the seven flows, best first, each with its verdict in one line. */
export function Verdicts({ checker }: { checker: Checker }): JSX.Element {
  const rows = checker.rows.value;
  const first = rows.find(({ answers: [answer] }) => answer.today === 'allowed')?.flow;
  const { headline, sentence } = checker.sum.value;
  return (
    <section class="ck-card ck-verdicts" aria-labelledby={verdictsId}>
      <header class="ck-verdicts-head">
        <div>
          <h2 id={verdictsId} tabIndex={-1}>
            {checker.isExample.value ? 'Example: ' : ''}
            {checker.description.value}
          </h2>
          <p class="ck-headline">{headline}</p>
          <p>{sentence}</p>
        </div>
        <p class="ck-sum">
          <Counts counts={checker.counts.value.today} />
        </p>
      </header>
      <NoticeBox checker={checker} place="verdicts" />
      <ol class="ck-rows">
        {rows.map((row) => (
          <VerdictRow key={row.flow} row={row} checker={checker} isFirst={row.flow === first} />
        ))}
      </ol>
      <footer class="ck-verdicts-foot">
        If a row has one word, RingCentral today and these settings agree. If they differ, it has
        both.
      </footer>
    </section>
  );
}
