import { apiMistakes } from '../mistakes/api.ts';
import { authorizeMistakes } from '../mistakes/authorize.ts';
import type { Mistake } from '../mistakes/mistake.ts';
import { revokeMistakes } from '../mistakes/revoke.ts';
import { rfc } from '../specs.ts';

const notAllowed: Mistake = {
  id: 'implicit-not-allowed',
  step: 'authorize',
  title: 'Ask with an app that may not',
  edits: [{ kind: 'replace', name: 'client_id', value: 'sandbox-server-web' }],
  predicted: { status: 302, code: 'unauthorized_client' },
  decoys: [{ status: 303 }, { status: 400, code: 'OAU-109' }],
  source: rfc(6749, '4.2.2.1'),
};

export const mistakes: Mistake[] = [
  notAllowed,
  ...authorizeMistakes('Token'),
  ...apiMistakes({ refresh: false }),
  ...revokeMistakes,
];
