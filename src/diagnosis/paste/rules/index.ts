import type { PasteRule } from '../paste-case.ts';
import { unrecognised } from './unrecognised.ts';

/** What a whole paste shows beside its exchanges, in the order in which they are asked; each may say something. */
export const pasteRules: readonly PasteRule[] = [unrecognised];
