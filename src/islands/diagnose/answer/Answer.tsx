import type { JSX } from 'preact';
import { verdictOf } from '#diagnosis/reply/verdict.ts';
import { Comparison } from '#islands/parts/Comparison.tsx';
import type { Diagnoser } from '../model/diagnoser.ts';

import { More } from './More.tsx';
import { Reply } from './Reply.tsx';
import { Rows } from './Rows.tsx';
import { Strip } from './Strip.tsx';
import { VerdictHead } from './VerdictHead.tsx';

/** The right of the page: the verdict, what to do about it, and the reply. */
export function Answer({
  diagnoser,
  origin,
}: {
  diagnoser: Diagnoser;
  origin: string;
}): JSX.Element | null {
  const shown = diagnoser.shown.value;
  if (!shown) return null;
  const found = verdictOf(shown);
  return (
    <section class="dg-card dg-answer" aria-label="The verdict">
      <Strip shown={shown} />
      <VerdictHead shown={shown} diagnoser={diagnoser} />
      {found ? <Rows found={found} diagnoser={diagnoser} origin={origin} /> : null}
      {found?.comparison ? (
        <div class="dg-compared">
          <Comparison rows={found.comparison} />
        </div>
      ) : null}
      <Reply diagnoser={diagnoser} />
      <More shown={shown} diagnoser={diagnoser} />
    </section>
  );
}
