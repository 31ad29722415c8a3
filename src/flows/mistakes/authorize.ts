import { rfc } from '../specs.ts';
import type { Mistake } from './mistake.ts';

const page = { status: 400, code: 'OAU-109' };
const redirectMatch = rfc(6749, '3.1.2.3');

/** What goes wrong on the way to the sign-in, whatever is asked for. */
export const authorizeMistakes: Mistake[] = [
  {
    id: 'authorize-slash',
    step: 'authorize',
    title: 'Leave the slash off redirect_uri',
    edits: [{ kind: 'cut', name: 'redirect_uri', count: 1 }],
    predicted: page,
    decoys: [{ status: 302, code: 'invalid_request' }, { status: 302 }],
    why: 'The server compares with the registered address character for character, and one slash is a character. It shows the error in its window: an address that it does not trust gets no redirect.',
    right: 'Copy the address from your app’s settings, slash and all.',
    source: redirectMatch,
  },
  {
    id: 'authorize-encoded-twice',
    step: 'authorize',
    title: 'Encode redirect_uri twice',
    edits: [{ kind: 'encode', name: 'redirect_uri' }],
    predicted: page,
    decoys: [{ status: 302, code: 'invalid_request' }, { status: 302 }],
    why: 'One call encoded the address and another encoded it again, so after decoding it still reads `http%3A%2F%2F`. No such address is registered.',
    right: 'Encode once: let URLSearchParams do it.',
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
    why: 'Without the app’s name the server cannot know where it may redirect to, so the error stays in its window and your app hears nothing.',
    right: 'Send client_id, spelled with its underscore.',
    source: rfc(6749, '4.1.2.1'),
  },
  {
    id: 'authorize-response-type',
    step: 'authorize',
    title: 'Misspell response_type',
    edits: [{ kind: 'replace', name: 'response_type', value: 'Code' }],
    predicted: { status: 302, code: 'unsupported_response_type' },
    decoys: [{ status: 400, code: 'OAU-109' }, { status: 302 }],
    why: 'The values are exact, small letters included. The address is one that the server trusts, so the refusal comes back to your app as a redirect.',
    right: 'Write `code`.',
    source: rfc(6749, '3.1.1'),
  },
  {
    id: 'authorize-no-state',
    step: 'authorize',
    title: 'Leave out state',
    edits: [{ kind: 'left-out', name: 'state' }],
    predicted: { status: 302 },
    decoys: [
      { status: 302, code: 'invalid_request' },
      { status: 400, code: 'OAU-109' },
    ],
    why: 'It works, and that is the trap: RingCentral does not ask for state. Nothing ties the answer to this browser any more, so somebody else’s answer could be planted.',
    right: 'Send a random state and compare it when it comes back.',
    source: rfc(6749, '10.12'),
  },
];
