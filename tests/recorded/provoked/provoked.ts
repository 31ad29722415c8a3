import type { Asked } from '../../conformance/run.ts';

/** A request that makes the sandbox give the answer that was recorded of RingCentral. */
export interface Provoked extends Asked {
  /** What its request has that the recorded one has not, where it is not the same in kind. */
  unlike?: string;
  /** Texts that stand for the case, in the recorded answer and in the sandbox's. */
  alike?: readonly (readonly [recorded: string, sandbox: string])[];
}

export type ProvokedAnswers = Readonly<Record<string, Provoked>>;
