import { rfc } from '../specs.ts';
import type { Mistake } from './mistake.ts';

const garbage = { status: 401, code: 'OAU-149' };
const missing = { status: 401, code: 'AGW-401' };
const scheme = { status: 401, code: 'AGW-402' };
const expired = { status: 401, code: 'OAU-128' };

/** What goes wrong where a token is shown. */
export function apiMistakes({
  step = 'api',
  refresh = true,
}: { step?: string; refresh?: boolean } = {}): Mistake[] {
  const swapped: Mistake = {
    id: `${step}-refresh-token`,
    step,
    title: 'Show the refresh token instead',
    takes: 'refresh_token',
    edits: [{ kind: 'swap', name: 'Authorization', value: 'refresh_token', prefix: 'Bearer ' }],
    predicted: garbage,
    decoys: [{ status: 200 }, expired],
    source: rfc(6749, '1.5'),
  };
  return [
    {
      id: `${step}-no-header`,
      step,
      title: 'Leave out the header',
      edits: [{ kind: 'left-out', name: 'Authorization' }],
      predicted: missing,
      decoys: [{ status: 403, code: 'CMN-401' }, garbage],
      source: rfc(6750, '3.1'),
    },
    {
      id: `${step}-no-scheme`,
      step,
      title: 'Forget the word Bearer',
      edits: [{ kind: 'swap', name: 'Authorization', value: 'access_token' }],
      predicted: scheme,
      decoys: [missing, { status: 200 }],
      source: rfc(6750, '2.1'),
    },
    {
      id: `${step}-cut`,
      step,
      title: 'Cut the token',
      edits: [{ kind: 'cut', name: 'Authorization', count: 4 }],
      predicted: { status: 401, code: 'OAU-213' },
      decoys: [{ status: 200 }, missing],
      source: rfc(6749, '1.4'),
    },
    {
      id: `${step}-late`,
      step,
      title: 'Wait until the hour is over',
      edits: [],
      wait: { past: 'access_token' },
      predicted: expired,
      decoys: [{ status: 200 }, { status: 401, code: 'OAU-213' }],
      source: rfc(6749, '5.1'),
    },
    ...(refresh ? [swapped] : []),
  ];
}
