import type { JSX } from 'preact';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { QuickStart } from './model/quick-start.ts';
import { sumOf } from './model/sum.ts';
import { Findings } from './Findings.tsx';

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

/** What was done well, and what to change before production. */
export function SumCard({ quickStart }: { quickStart: QuickStart }): JSX.Element {
  const { well, risk, wrong, unseen } = sumOf(
    quickStart.rows.value,
    quickStart.kind.plan,
    quickStart.seen.value,
  );
  return (
    <section class="pg-panel qs-sum" aria-label="So far">
      <h2>So far</h2>
      <p class="qs-counts">
        <span class="qs-count" data-kind="well">
          <Verdict kind="allowed" /> {well.length} done well
        </span>
        {risk.length > 0 ? (
          <span class="qs-count" data-kind="risk">
            <Verdict kind="warning" /> {risk.length} before production
          </span>
        ) : null}
        {wrong.length > 0 ? (
          <span class="qs-count" data-kind="wrong">
            <Verdict kind="refused" /> {wrong.length} to put right
          </span>
        ) : null}
      </p>
      {unseen.length > 0 ? (
        <p class="pg-note">Still to see: {listed.format(unseen)}.</p>
      ) : (
        <>
          <p class="pg-note">You have seen everything. Before production:</p>
          <Findings findings={[...wrong, ...risk]} />
          <p class="pg-note">
            <a href="/guides/from-sandbox-to-ringcentral/">From sandbox to RingCentral</a> has the
            three values to change.
          </p>
        </>
      )}
    </section>
  );
}
