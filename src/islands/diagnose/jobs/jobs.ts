import type { AppSettings } from '#app-settings/app.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { Shown } from '#diagnosis/hide/shown.ts';
import type { ProofResult } from '#diagnosis/proof/run-proof.ts';
import type { ReadCase, WrittenCase } from '#diagnosis/report/case-link.ts';
import type { ReportForm } from '#diagnosis/report/report.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { OpenedEvent } from './open-event.ts';

/** What came of a proof: both runs, or why the sandbox cannot show it. */
export type Proven = { kind: 'ran'; result: ProofResult } | { kind: 'cannot'; why: string };

/** What is asked once in a while, with what is answered: each is given masked text alone. */
export interface Jobs {
  'write link': {
    ask: { shown: Shown; settings: AppSettings | undefined; page: string };
    answer: WrittenCase;
  };
  'read link': { ask: { fragment: string }; answer: ReadCase };
  report: {
    ask: { shown: Shown; as: ReportForm; settings: AppSettings | undefined };
    answer: string;
  };
  'corpus case': {
    ask: { shown: Shown; cause: string; settings: AppSettings | undefined };
    answer: string;
  };
  'open event': { ask: { id: string; origin: string }; answer: OpenedEvent };
  prove: {
    ask: {
      found: Finding;
      exchange: Exchange | undefined;
      settings: AppSettings | undefined;
      origin: string;
    };
    answer: Proven;
  };
}

export type JobName = keyof Jobs;

/** Does one; rejects where its code did not come or it failed. */
export type DoJob = <Name extends JobName>(
  name: Name,
  ask: Jobs[Name]['ask'],
) => Promise<Jobs[Name]['answer']>;
