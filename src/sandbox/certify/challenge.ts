import type { SpecLink } from '#flows/specs.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Place } from '../faults/places.ts';
import type { FaultName } from '../faults/names.ts';
import type { Policy } from '../policy.ts';

/** What whoever drives the program does in a challenge, one after the other. */
export type Act = 'sign-in' | 'wait' | 'call' | 'call-together' | 'reload';

/** What the lesson of a quick start shows, by the lines that do it (`fixes.ts`). */
export type Shown =
  | 'state'
  | 'issuer'
  | 'once'
  | 'wait'
  | 'repeat'
  | 'guard'
  | 'access'
  | 'both'
  | 'shared'
  | 'ended'
  | 'without'
  | 'header'
  | 'basic'
  | 'json';

/** What the log says of a program, and what was expected of it. */
export interface Judged {
  /**
   * `open`: nothing decides it yet; once nothing more comes, `ifSilent` says what that means.
   * `not-reached`: the program never came to what the challenge is about, which is never a pass.
   */
  verdict: 'passed' | 'failed' | 'not-reached' | 'open';
  ifSilent?: 'passed' | 'failed';
  /** In words, of what was received; for a pass too. */
  received: string;
  /** The exchange that decided it, or the one that began it. */
  exchange?: Exchange;
}

/** One thing that a program is to do right, where a server does not. */
export interface Challenge {
  id: string;
  /** Says what a program does that passes. */
  title: string;
  /** Why it matters, in the words of the ticket that it becomes. */
  why: string;
  /** Given once it begins. */
  gives?: readonly { fault: FaultName; at?: Place; requests: number; seconds?: number }[];
  /** In force for this app while it lasts. */
  policy?: Partial<Policy>;
  acts: readonly Act[];
  expected: string;
  section: SpecLink;
  fix: string;
  /** The part of a quick start's lesson that does it right, in every language. */
  part: 'sign in' | 'callback' | 'token' | 'refresh' | 'api' | 'server';
  /** The lines of it that are the fix. */
  shows: readonly Shown[];
  /** Pure: of what the program sent since the challenge began, oldest first. */
  judge(log: readonly Exchange[]): Judged;
}

/** What whoever drives the program is told to do. */
export const actWords: Readonly<Record<Act, string>> = {
  'sign-in': 'Sign in.',
  wait: 'Wait four seconds.',
  call: 'Let the program call the API.',
  'call-together': 'Let the program call the API three times at the same moment.',
  reload: 'Reload the page that the browser is on.',
};
