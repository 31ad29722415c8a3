import { apiMistakes } from '../mistakes/api.ts';
import type { Mistake } from '../mistakes/mistake.ts';
import { revokeMistakes } from '../mistakes/revoke.ts';

export const mistakes: Mistake[] = [...apiMistakes(), ...revokeMistakes];
