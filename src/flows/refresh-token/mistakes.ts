import { apiMistakes } from '../mistakes/api.ts';
import type { Mistake } from '../mistakes/mistake.ts';
import { refreshMistakes } from '../mistakes/refresh.ts';
import { rfc } from '../specs.ts';

const graceOver: Mistake = {
  id: 'refresh-old',
  step: 'refresh-again',
  title: 'Refresh with the old token',
  edits: [{ kind: 'swap', name: 'refresh_token', value: 'old_refresh_token' }],
  takes: 'old_refresh_token',
  after: 'api-new',
  wait: 11,
  predicted: { status: 400, code: 'OAU-213' },
  decoys: [{ status: 200 }, { status: 400, code: 'OAU-210' }],
  source: rfc(9700, '4.14'),
};

export const mistakes: Mistake[] = [...apiMistakes(), ...refreshMistakes(), graceOver];
