import { apiMistakes } from '../mistakes/api.ts';
import type { Mistake } from '../mistakes/mistake.ts';
import { refreshMistakes } from '../mistakes/refresh.ts';
import { rfc } from '../specs.ts';

const graceOver: Mistake = {
  id: 'refresh-old',
  step: 'refresh-again',
  title: 'Refresh with the old token',
  edits: [{ kind: 'swap', name: 'refresh_token', value: 'old_refresh_token' }],
  wait: 11,
  predicted: { status: 400, code: 'OAU-213' },
  decoys: [{ status: 200 }, { status: 400, code: 'OAU-210' }],
  why: 'Its grace is over: RingCentral takes an old refresh token once more for about ten seconds after the new access token is first used, so that a lost answer can be fetched. This is what two processes with one session run into.',
  right: 'Let one process refresh, and store both new tokens before the next request.',
  source: rfc(9700, '4.14'),
};

export const mistakes: Mistake[] = [...apiMistakes(), ...refreshMistakes(), graceOver];
