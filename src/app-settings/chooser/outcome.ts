import type { AuthMethod, FlowId, PlatformType } from '../app.ts';
import type { Source } from '../sources.ts';
import type { Pattern } from './question.ts';
import type { RedirectKind } from './redirect-proposals.ts';

/** A statement, and where it was read. */
export interface Reason {
  words: string;
  source?: Source;
}

/** The settings of the app to make, in the portal of today. */
export interface Recommended {
  methods: readonly AuthMethod[];
  /** More than one where the app is made once a platform. */
  platformTypes?: readonly PlatformType[];
  /** `who`: as the answer to that question says. */
  audience: 'private' | 'public' | 'who';
  /** `stay`: on unless the app needs a token only while it is used. */
  refresh: boolean | 'stay';
  /** Where the answer of a sign-in arrives; absent where nobody signs in. */
  redirect?: RedirectKind;
}

interface Shared {
  id: string;
  /** The answers that lead here. */
  when: readonly Pattern[];
  /** What to do, as a title. */
  title: string;
  /** One or two sentences. */
  lead: string;
}

/** Where the questions end: a flow with its settings, or another page. */
export type Outcome = Shared &
  (
    | {
        kind: 'flow';
        flow: FlowId;
        settings: Recommended;
        reasons: readonly Reason[];
        /** What to see to beside the settings. */
        notes: readonly Reason[];
        /** Why another flow is not the one, beside what the rule book says of it. */
        ruledOut: Partial<Record<FlowId, string>>;
        /** The guide's slug. */
        guide: string;
      }
    | { kind: 'elsewhere'; href: string; action: string }
    /** A flow that is gone: the page about the move, and what comes in its place. */
    | { kind: 'ended'; flow: FlowId }
  );

export type FlowOutcome = Extract<Outcome, { kind: 'flow' }>;
