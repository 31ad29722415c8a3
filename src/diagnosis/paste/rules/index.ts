import type { PasteRule } from '../paste-case.ts';
import { errorAlone } from './error-alone.ts';
import { raised } from './raised.ts';
import { statusAlone } from './status-alone.ts';
import { symptom } from './symptoms.ts';
import { unknownCode } from './unknown-code.ts';

/**
 * What a whole paste shows beside its exchanges and the codes in it. The first group is asked where
 * the server's refusal is not known by code or text; each rule may say something.
 */
export const pasteRules: readonly PasteRule[] = [
  raised,
  unknownCode,
  errorAlone,
  statusAlone,
  symptom,
];
