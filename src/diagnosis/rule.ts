import { type Case, isShown } from './case.ts';
import type { Finding } from './finding.ts';
import type { Unknown } from './recognise/known-parts.ts';

/** Looks at one exchange and says one thing of it, or nothing. */
export type DiagnosisRule = (one: Case) => Finding | undefined;

/** A rule that concludes from what is not there: it is silent where a paste does not show that part. */
export const needs =
  (part: Unknown, rule: DiagnosisRule): DiagnosisRule =>
  (one) =>
    isShown(one, part) ? rule(one) : undefined;
