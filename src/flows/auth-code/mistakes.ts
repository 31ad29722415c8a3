import { apiMistakes } from '../mistakes/api.ts';
import { authorizeMistakes } from '../mistakes/authorize.ts';
import { codeMistakes } from '../mistakes/code.ts';
import type { Mistake } from '../mistakes/mistake.ts';
import { refreshMistakes } from '../mistakes/refresh.ts';
import { revokeMistakes } from '../mistakes/revoke.ts';

export const mistakes: Mistake[] = [
  ...authorizeMistakes('Code'),
  ...codeMistakes,
  ...apiMistakes(),
  ...refreshMistakes(),
  ...revokeMistakes,
];
