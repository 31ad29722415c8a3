import type { Verdict } from '#app-settings/availability.ts';
import type { RuleId } from '#app-settings/availability.ts';

/**
 * A verdict as it is shown. A warning that rests on doubt has the dashed ring: where sources
 * disagree, or where nothing is known. The rule book and the sandbox count both as warnings.
 */
export type Shown = Verdict | 'disputed' | 'not known';

const doubts: Partial<Record<RuleId, Shown>> = { M4: 'disputed', X24: 'not known' };

/** Best first: the order of the rows. */
export const shownOrder: readonly Shown[] = [
  'allowed',
  'warning',
  'disputed',
  'not known',
  'refused',
];

export const shownWords: Record<Shown, string> = {
  allowed: 'Allowed',
  warning: 'Allowed, with a warning',
  disputed: 'Sources disagree',
  'not known': 'Not known',
  refused: 'Refused',
};

/** How a verdict is shown, given the rules that speak against the flow. */
export function shown(verdict: Verdict, reasons: readonly RuleId[]): Shown {
  if (verdict !== 'warning') return verdict;
  return reasons.map((id) => doubts[id]).find((doubt) => doubt !== undefined) ?? 'warning';
}

/** The shape that stands for it. */
export function shapeOf(verdict: Shown): 'allowed' | 'warning' | 'refused' | 'unknown' {
  return verdict === 'disputed' || verdict === 'not known' ? 'unknown' : verdict;
}

/** A verdict in one word or two, where it stands in a line. */
export const briefWords: Record<Shown, string> = { ...shownWords, warning: 'Warning' };

const settingsSay: Record<Shown, string> = {
  allowed: 'settings allow it',
  warning: 'settings allow it, with a warning',
  disputed: 'sources disagree on its settings',
  'not known': 'what its settings allow is not known',
  refused: 'settings refuse it',
};

/** What the settings say where they say another thing than today; undefined where they agree. */
export function settingsDiffer(today: Shown, bySettings: Shown): string | undefined {
  return today === bySettings ? undefined : settingsSay[bySettings];
}
