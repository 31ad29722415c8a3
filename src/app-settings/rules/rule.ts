import type { ErrorCode } from '#protocol/errors/codes.ts';
import type { AppSettings, FlowId } from '../app.ts';
import type { AccountFacts } from '../facts.ts';
import type { Source } from '../sources.ts';
import type { RuleId } from './ids.ts';

export type Verdict = 'allowed' | 'warning' | 'refused';

/** How sure the rule is: a source says so, an answer shows it, we read it so, or only our sandbox does it. */
export type Basis = 'stated' | 'observed' | 'inferred' | 'sandbox';

/** How the change is made at RingCentral. */
export type ChangeHow = 'edit' | 'new app' | 'not known';

export interface SettingsChange {
  /** In words, as an instruction to the reader. */
  change: string;
  how: ChangeHow;
  /** The settings with the change made. */
  settings: AppSettings;
}

/** The verdict of the other flows of the same app, where one flow stands on another. */
export type VerdictOf = (flow: FlowId) => Verdict;

/** One rule about which app may use which flow. */
export interface Rule {
  id: RuleId;
  /** What a reader sees. */
  words: string;
  source: readonly Source[];
  basis: Basis;
  /**
   * `settings`: decides by the app's settings, and the sandbox enforces it; `today`: what RingCentral
   * does now, whatever the settings say.
   */
  part: 'settings' | 'today';
  /** What the rule makes of a flow, or undefined where it has nothing to say. */
  applies(
    settings: AppSettings,
    facts: AccountFacts,
    flow: FlowId,
    others: VerdictOf,
  ): 'warning' | 'refused' | undefined;
  /** The smallest change of settings that this rule is satisfied by; undefined where none is. */
  smallestChange(settings: AppSettings, flow: FlowId): SettingsChange | undefined;
  /** What RingCentral answers when the flow is tried against a refusal; absent where it is not known. */
  predictedError?: ErrorCode;
  /** What the sandbox answers, where no source shows that RingCentral refuses with a code. */
  sandboxError?: ErrorCode;
}

/**
 * How audience and platform type are changed (X5): the portals to July 2021 fixed them when an app was
 * made, for the current one no source says.
 */
export const onceFixed = ({ portal }: AppSettings): ChangeHow =>
  portal === 'classic' ? 'new app' : 'not known';

/** Marks a rule that no change of settings satisfies. */
export const noChange = (): undefined => undefined;
