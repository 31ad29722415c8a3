import { rfc } from '../specs.ts';
import { clientMistakes } from './client.ts';
import type { Mistake } from './mistake.ts';

const gone = { status: 400, code: 'OAU-213' };
const expired = { status: 400, code: 'OAU-210' };

/** What goes wrong with a refresh. @param step its id */
export function refreshMistakes(step = 'refresh'): Mistake[] {
  const all: Mistake[] = [
    {
      id: `${step}-access-token`,
      step,
      title: 'Send the access token instead',
      edits: [{ kind: 'swap', name: 'refresh_token', value: 'access_token' }],
      predicted: gone,
      decoys: [{ status: 200 }, expired],
      source: rfc(6749, '6'),
    },
    {
      id: `${step}-missing`,
      step,
      title: 'Leave out the refresh token',
      edits: [{ kind: 'left-out', name: 'refresh_token' }],
      predicted: { status: 400, code: 'SANDBOX-REQUEST-5' },
      decoys: [gone, { status: 200 }],
      source: rfc(6749, '6'),
    },
    {
      id: `${step}-late`,
      step,
      title: 'Come back after eight days',
      edits: [],
      wait: { past: 'refresh_token' },
      predicted: expired,
      decoys: [{ status: 200 }, gone],
      source: rfc(6749, '1.5'),
    },
    ...clientMistakes(step, 'public'),
    ...clientMistakes(step, 'confidential').slice(0, 2),
  ];
  return all.map((one) => ({ ...one, takes: 'refresh_token' }));
}
