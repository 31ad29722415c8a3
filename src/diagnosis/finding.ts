import type { Source } from '#app-settings/sources.ts';
import type { Actor } from '#protocol/actors.ts';
import type { ErrorCode } from '#protocol/errors/codes.ts';
import type { ServerRuleId } from '#protocol/errors/deciding-rule.ts';
import type { ElsewhereCode } from '#protocol/errors/seen/elsewhere.ts';
import type { RuleId as SettingsRuleId } from '#app-settings/rules/ids.ts';

/** `wrong`: it fails, or it is a hole; `risk`: works here and must change before production; `well`: done right. */
export type FindingKind = 'wrong' | 'risk' | 'note' | 'well';

/**
 * What a claim rests on. `certain`: the exchange or the app's settings prove it; `likely`: it is
 * inferred; `cannot tell`: nothing here decides it.
 */
export type Certainty = 'certain' | 'likely' | 'cannot tell';

/** A statement with its own certainty. */
export interface Claim {
  text: string;
  certainty: Certainty;
}

/** Who can put it right. */
export type Who = 'developer' | 'administrator' | 'user' | 'provider' | 'nobody';

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

/** Where a text that was pasted shows something: from, and up to but without. */
export interface Range {
  from: number;
  to: number;
}

/** Where in the exchange it shows: a parameter, a header, a status; `source` is the exchange's id. */
export interface Evidence {
  source: string;
  parameter: string;
  /** Where it stands in the pasted text, for what was pasted. */
  range?: Range;
}

/** The setting of the app that decides, as the rule book says it. */
export interface Setting {
  rule: SettingsRuleId;
  clientId: string;
  /** What would change it, in the order to follow; empty where no setting does. */
  changes: string[];
}

/** The part of a program that a finding is about, by the names that the quick starts use. */
export const programParts = [
  'settings',
  'sign in',
  'callback',
  'token',
  'refresh',
  'api',
  'sign out',
] as const;
export type ProgramPart = (typeof programParts)[number];

/** What a button does; data, so that it can be kept and tested. Each host says which it can do. */
export type FindingAction =
  | { kind: 'edit'; step: string; name: string; value: string; send: boolean }
  | { kind: 'restore'; step: string; names: string[]; send: boolean }
  | { kind: 'open-step'; step: string }
  | { kind: 'send-again' }
  /** `restore` names rows of `step` that are put right on the way; all other edits stay. */
  | { kind: 'fresh-code'; step?: string; restore?: string[] }
  | { kind: 'start-over' }
  /** The app's settings, where they can be changed. */
  | { kind: 'change-setting'; clientId: string }
  /** A page of this site. */
  | { kind: 'open-page'; href: string };

export interface Offer {
  label: string;
  action: FindingAction;
}

/**
 * What it rests on: a lint rule, a rule of the settings, a rule of the server, or the code that the
 * server answered with, which may be one that the sandbox never sends.
 */
export type FindingId =
  `LINT-${string}` | ServerRuleId | SettingsRuleId | ErrorCode | ElsewhereCode;

/** One thing that an exchange shows: what, how sure, why, what to do, and the proof. */
export interface Finding {
  id: FindingId;
  kind: FindingKind;
  /** The step of the flow that it belongs to, where that is known. */
  step?: string;
  /** The part of a program that it is about. */
  part?: ProgramPart;
  /** One line; may hold inline code, written `like this`. */
  title: string;
  /** The first is the title's own. */
  claims: Claim[];
  who?: Who;
  /** The code that the server answered with, where it explains a refusal. */
  code?: string;
  why: string;
  fix?: string;
  /** What would make it certain, in the words of a request to a customer. */
  lacks?: string;
  evidence: Evidence[];
  comparison?: ComparisonRow[];
  /** Causes that were tried and do not fit; `code` names the rule that would have answered. */
  excluded?: { cause: string; code?: string }[];
  setting?: Setting;
  sources: Source[];
  /** The first is the primary one. */
  actions: Offer[];
}

/** How sure the title is. */
export function certaintyOf({ claims }: Finding): Certainty {
  return claims[0]?.certainty ?? 'cannot tell';
}

/** A finding before its parts are filled in: what a rule has to say. */
export type Draft = Pick<Finding, 'id' | 'title' | 'why'> &
  Partial<Omit<Finding, 'claims'>> & {
    /** Of the title; left out it is certain. */
    certainty?: Certainty;
    /** Beside the title's own. */
    claims?: Claim[];
  };

/** Fills in what a rule left out: wrong and certain unless it says otherwise. */
export function finding({ certainty = 'certain', claims = [], ...draft }: Draft): Finding {
  return {
    kind: 'wrong',
    evidence: [],
    sources: [],
    actions: [],
    ...draft,
    claims: [{ text: draft.title, certainty }, ...claims],
  };
}
