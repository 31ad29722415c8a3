import type { AppSettings } from '#app-settings/app.ts';
import type { FlowName } from '#flows/ids.ts';
import type { MistakeEdit } from '#flows/mistakes/mistake.ts';
import type { Misshape } from '#flows/runner.ts';
import type { Exchange } from '#protocol/exchange.ts';

/** What is answered: a code where it is refused, none where it works. */
export interface Expected {
  code?: string;
}

/** What is done wrong on purpose, as a mistake of a flow says it, without waiting for a clock. */
export interface Replay {
  /** What is done, as a button says it: "Use the code twice". */
  title: string;
  edits: readonly MistakeEdit[];
  shape?: Misshape;
  /** Sent as it should be first, then once more. */
  repeat?: true;
  /** What the server does otherwise for this app, such as codes that end at once. */
  policy?: Readonly<Record<string, string | number>>;
  /** What is done to the app just before the request is sent. */
  act?: 'expire-access-tokens' | 'revoke-sessions';
  /** Seconds that pass before the request is sent. */
  wait?: number;
  /** The demo user that a JWT speaks for. */
  extension?: string;
}

/** One run: an app, a flow and the step at which it ends. */
export interface Run {
  app: AppSettings;
  flow: FlowName;
  /** The step whose answer counts; left out, it is the first that is refused, or the last. */
  step?: string;
  replay?: Replay;
}

/** The app of a run, as the sandbox made it. */
export interface MadeApp {
  clientId: string;
  clientSecret?: string | undefined;
  redirectUris: string[];
}

/** How a failure is shown in the sandbox, and its fix. */
export interface ProofPlan {
  broken: Run;
  expected: Expected;
  /** What puts it right, in words, and the same run with it. */
  fix: { words: string; changes: readonly string[] };
  mended: Run;
}

/** A plan, or why the sandbox cannot show it. */
export type Proof = { kind: 'plan'; plan: ProofPlan } | { kind: 'cannot'; why: string };

/** What is known beside a finding. */
export interface About {
  /** The exchange that it is about, masked or not: its kind and grant are read, and no value. */
  exchange?: Exchange | undefined;
  settings?: AppSettings | undefined;
}
