import type { PasteRule } from '../paste-case.ts';
import { echoInShell } from './echo-in-shell.ts';
import { textRules } from '../text-rules/index.ts';
import { errorAlone } from './error-alone.ts';
import { settingNotSet } from './not-set.ts';
import { raised } from './raised.ts';
import { statusAlone } from './status-alone.ts';
import { symptom } from './symptoms.ts';
import { unknownCode } from './unknown-code.ts';

/** What a whole paste shows, in the order in which it is asked; each may say something. */
export const pasteRules: { beside: readonly PasteRule[]; instead: readonly PasteRule[] } = {
  /** Beside its exchanges and codes, as a request shows it. */
  beside: [...textRules, echoInShell],
  /** Where neither a request nor a code or text of a server tells the cause. */
  instead: [raised, settingNotSet, unknownCode, errorAlone, statusAlone, symptom],
};
