import { rfc } from '../specs.ts';
import type { Mistake } from './mistake.ts';

const page = { status: 400, code: 'OAU-109' };
const redirectMatch = rfc(6749, '3.1.2.3');

/** What goes wrong on the way to the sign-in. @param asksFor the response_type, as it is not written */
export const authorizeMistakes = (asksFor: 'Code' | 'Token'): Mistake[] => [
  {
    id: 'authorize-slash',
    step: 'authorize',
    title: 'Leave the slash off redirect_uri',
    edits: [{ kind: 'cut', name: 'redirect_uri', count: 1 }],
    predicted: page,
    decoys: [{ status: 302, code: 'invalid_request' }, { status: 303 }],
    source: redirectMatch,
  },
  {
    id: 'authorize-encoded-twice',
    step: 'authorize',
    title: 'Encode redirect_uri twice',
    edits: [{ kind: 'encode', name: 'redirect_uri' }],
    predicted: page,
    decoys: [{ status: 302, code: 'invalid_request' }, { status: 303 }],
    source: rfc(6749, 'B'),
  },
  {
    id: 'authorize-no-client-id',
    step: 'authorize',
    title: 'Leave out client_id',
    edits: [{ kind: 'left-out', name: 'client_id' }],
    predicted: { status: 400, code: 'OAU-153' },
    decoys: [
      { status: 302, code: 'invalid_request' },
      { status: 401, code: 'OAU-123' },
    ],
    source: rfc(6749, '4.1.2.1'),
  },
  {
    id: 'authorize-response-type',
    step: 'authorize',
    title: 'Misspell response_type',
    edits: [{ kind: 'replace', name: 'response_type', value: asksFor }],
    predicted: { status: 302, code: 'unsupported_response_type' },
    decoys: [{ status: 400, code: 'OAU-109' }, { status: 303 }],
    source: rfc(6749, '3.1.1'),
  },
  {
    id: 'authorize-no-state',
    step: 'authorize',
    title: 'Leave out state',
    edits: [{ kind: 'left-out', name: 'state' }],
    predicted: { status: 303 },
    decoys: [
      { status: 302, code: 'invalid_request' },
      { status: 400, code: 'OAU-109' },
    ],
    source: rfc(6749, '10.12'),
  },
];
