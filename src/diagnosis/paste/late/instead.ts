import { explains } from '../explained-by.ts';
import type { PasteCase, PasteRule } from '../paste-case.ts';
import { place, type Placed } from '../rank.ts';
import { errorAlone } from '../rules/error-alone.ts';
import { settingNotSet } from '../rules/not-set.ts';
import { raised } from '../rules/raised.ts';
import { statusAlone } from '../rules/status-alone.ts';
import { symptom } from '../rules/symptoms.ts';
import { unknownCode } from '../rules/unknown-code.ts';
import { unrecognised } from '../rules/unrecognised.ts';

/** What is asked where neither a request nor a code or text of a server tells the cause, in this order. */
export const insteadRules: readonly PasteRule[] = [
  raised,
  settingNotSet,
  unknownCode,
  errorAlone,
  statusAlone,
  symptom,
];

/** What is told without any answer of a server that says more. */
export const instead = (paste: PasteCase, told: readonly Placed[]): Placed[] =>
  insteadRules.flatMap((rule) => {
    const found = rule(paste);
    const isKnown = told.some(({ finding: { id } }) => found && explains(id, found.id));
    return found && !isKnown
      ? [place(found, found.code === undefined ? 3 : 2, paste.recognised.text)]
      : [];
  });

/** The verdict that there is none, where something is asked. */
export function undecided(paste: PasteCase): Placed[] {
  const found = unrecognised(paste);
  return found ? [place(found, 3, paste.recognised.text)] : [];
}
