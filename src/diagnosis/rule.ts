import type { Case } from './case.ts';
import type { Finding } from './finding.ts';

/** Looks at one exchange and says one thing of it, or nothing. */
export type DiagnosisRule = (one: Case) => Finding | undefined;
