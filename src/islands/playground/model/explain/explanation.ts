import type { Actor } from '#protocol/actors.ts';

/** A piece of a compared text. `invisible` shows a stand-in such as `%0A`; `differs` is the one that is wrong. */
export interface Segment {
  text: string;
  tone: 'plain' | 'differs' | 'invisible';
}

/** One line of the comparison that proves it. */
export interface ComparisonRow {
  label: string;
  segments: Segment[];
  /** Colours the whole text by who made it. */
  maker?: Actor;
  /** Shown beside the text: tick and "same", octagon and "differs". */
  verdict?: 'same' | 'differs';
}

/** What a fix's button does; data, so that it can be kept and tested. */
export type FixAction =
  | { kind: 'edit'; step: string; name: string; value: string; send: boolean }
  | { kind: 'restore'; step: string; names: string[]; send: boolean }
  | { kind: 'open-step'; step: string }
  | { kind: 'send-again' }
  /** `restore` names rows of `step` that are put right on the way; all other edits stay. */
  | { kind: 'fresh-code'; step?: string; restore?: string[] }
  | { kind: 'sign-in-here' }
  | { kind: 'start-over' };

export interface Fix {
  label: string;
  action: FixAction;
}

/** `certain`: seen in the exchange. `likely`: inferred. */
export type Certainty = 'certain' | 'likely' | 'cannot tell';

/** A refusal, told: what happened, why, and the one thing to do. */
export interface Explanation {
  title: string;
  certainty: Certainty;
  sentences: string[];
  comparison: ComparisonRow[];
  /** Causes tried without a match, such as "hex digest". */
  alsoTried: string[];
  /** The first is the primary one. */
  fixes: Fix[];
  about?: { label: string; href: string };
}
