import { certaintyOf, type Certainty, type Finding, type Who } from '../finding.ts';
import { ended, withoutRule } from './sentences.ts';

/** What a finding says in four lines: what to change, who does it, how sure it is, what to ask for. */
export interface Told {
  /** Of a cause: the setting as the console names it, empty where it is no setting, and what to do. */
  change?: { setting: string; text: string };
  /** Where the cause cannot be told: what is known all the same. */
  known?: string;
  who: string;
  /** Each part of the cause with its own certainty, the title's first. */
  sure: readonly { certainty: Certainty; text: string }[];
  ask?: string;
}

/** The settings that findings are about, as the developer console names them, by what a finding rests on. */
const settingNames: Readonly<Record<string, string>> = {
  'OAU-251': 'Auth',
  // Ended for every app: no setting brings it back.
  X12: '',
  'LINT-156': '',
  X20: '',
  'OAU-109': 'Redirect URIs',
  'OAU-113': 'Redirect URIs',
  X21: 'Redirect URIs',
  'CMN-401': 'App scopes',
  'LINT-259': 'App scopes',
  X8: 'Issue refresh tokens',
  'LINT-216': 'Issue refresh tokens',
  M5: 'Auth: 3-legged OAuth flow',
  M7: 'Auth: JWT auth flow',
  X16: 'Who may use it',
};

const doers: Readonly<Record<Who, string>> = {
  developer: 'The app’s developer has to act. Their administrator and we do not.',
  administrator: 'An administrator of the customer’s account has to act. The developer does not.',
  user: 'The person who signs in.',
  provider: 'RingCentral has to act. The customer cannot change it.',
  nobody: 'Nobody has to change anything.',
};

const likelyDoers: Readonly<Record<Who, string>> = {
  developer: 'Most likely the app’s developer.',
  administrator: 'Most likely an administrator of the customer’s account.',
  user: 'Most likely the person who signs in.',
  provider: 'Most likely RingCentral.',
  nobody: 'Most likely nobody.',
};

function whoOf({ who }: Finding, certainty: Certainty): string {
  if (certainty === 'cannot tell') return 'The customer’s answer to the question below decides it.';
  if (who === undefined) return 'The paste does not decide it.';
  return (certainty === 'certain' ? doers : likelyDoers)[who];
}

/** Each part of the cause with its own certainty; a reason is no claim, and is none the surer for it. */
const sureOf = ({ claims }: Finding): Told['sure'] =>
  claims.map((claim) => ({ ...claim, text: ended(withoutRule(claim.text)) }));

/** What a finding says, for a page and for a report. */
export function toldOf(found: Finding): Told {
  const certainty = certaintyOf(found);
  const { fix, why, lacks, setting } = found;
  const name = settingNames[found.id] ?? settingNames[found.code ?? ''] ?? '';
  const noSetting = setting !== undefined && setting.changes.length === 0;
  return {
    ...(certainty === 'cannot tell'
      ? { known: why }
      : { change: { setting: noSetting ? '' : name, text: fix ?? why } }),
    who: whoOf(found, certainty),
    sure: sureOf(found),
    ...(lacks === undefined ? {} : { ask: lacks }),
  };
}
