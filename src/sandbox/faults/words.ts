import { rfc } from '#flows/specs.ts';
import type { FaultName } from './names.ts';

interface FaultWords {
  /** A row of the console. */
  title: string;
  /** What it does, in one sentence; where it is met and what host can give it stands in the table. */
  does: string;
  /** What a page says where it met one, after "The sandbox gave a fault here, as it was asked to:". */
  here: string;
  source: { label: string; href: string };
}

/** What readers are told of each fault. Apart from the table, which the worker of the tab carries. */
export const faultWords: Readonly<Record<FaultName, FaultWords>> = {
  'slow-answer': {
    title: 'Slow answer',
    does: 'The answer is made at once and held back: five seconds, or as many as you say.',
    here: 'it held the answer back.',
    source: rfc(9110, '9.2.2'),
  },
  'reset-connection': {
    title: 'Connection reset',
    does: 'The server does what it was asked and resets the connection: the answer is lost.',
    here: 'it reset the connection, so this answer never reached the program.',
    source: rfc(9110, '9.2.2'),
  },
  'empty-answer': {
    title: 'Empty answer',
    does: 'The server does what it was asked and hangs up without a word.',
    here: 'it hung up, so this answer never reached the program.',
    source: rfc(9110, '9.2.2'),
  },
  'broken-chunk': {
    title: 'Broken chunk',
    does: 'Half of the answer comes, then what is no chunk, then the end.',
    here: 'it broke off in the middle of this answer.',
    source: rfc(9110, '9.2.2'),
  },
  'rate-limit': {
    title: '429 with Retry-After',
    does: 'The gateway refuses with CMN-301 and says how long to wait: two seconds, or as many as you say.',
    here: 'the gateway said 429, and the server has not seen the request.',
    source: rfc(6585, '4'),
  },
  unavailable: {
    title: '503',
    does: 'What stands before the server answers 503 without a word on when to come back.',
    here: 'what stands before the server said 503, and the server has not seen the request.',
    source: rfc(9110, '10.2.3'),
  },
  'unavailable-retry-after': {
    title: '503 with Retry-After',
    does: 'What stands before the server answers 503 and says how long to wait.',
    here: 'what stands before the server said 503, and the server has not seen the request.',
    source: rfc(9110, '10.2.3'),
  },
  'html-body': {
    title: 'HTML instead of JSON',
    does: 'A proxy answers 502 with a page, where the program expects JSON.',
    here: 'a proxy answered with a page, and the server has not seen the request.',
    source: rfc(6749, '5.1'),
  },
  'truncated-json': {
    title: 'JSON cut in half',
    does: 'The first half of the body comes, and its length says that it is all.',
    here: 'it cut the body in half.',
    source: rfc(6749, '5.1'),
  },
  'clock-skew': {
    title: 'Clock an hour ahead',
    does: 'The Date of the answer is an hour ahead of the sandbox’s clock.',
    here: 'its Date is an hour ahead.',
    source: rfc(7519, '4.1.4'),
  },
  'lower-case-bearer': {
    title: 'Lower-case bearer',
    does: 'The token answer says token_type bearer in lower case, as RingCentral does.',
    here: 'its token_type is in lower case.',
    source: rfc(6749, '5.1'),
  },
  'no-refresh-token': {
    title: 'No refresh token',
    does: 'The token answer has no refresh_token, though the app may have one.',
    here: 'it left the refresh token out.',
    source: rfc(6749, '5.1'),
  },
  'no-access-token': {
    title: 'No access token',
    does: 'The token answer says 200 and has no access_token.',
    here: 'it left the access token out.',
    source: rfc(6749, '5.1'),
  },
  'expires-in-text': {
    title: 'expires_in as text',
    does: 'The token answer has its seconds in quotes, as some servers send them.',
    here: 'its expires_in is text and not a number.',
    source: rfc(6749, '5.1'),
  },
  'expires-in-short': {
    title: 'Short expires_in',
    does: 'The token answer says two seconds, or as many as you say; the token lives as long as ever.',
    here: 'its expires_in is shorter than the token’s life.',
    source: rfc(6749, '5.1'),
  },
  'altered-state': {
    title: 'Altered state',
    does: 'The browser comes back to the app with a state that the app has not sent.',
    here: 'the state is not the one that the app sent.',
    source: rfc(6749, '10.12'),
  },
  'wrong-iss': {
    title: 'Wrong iss',
    does: 'The browser comes back to the app with the issuer of another server.',
    here: 'the iss is another server’s.',
    source: rfc(9207, '2.4'),
  },
  'stale-discovery': {
    title: 'Stale discovery document',
    does: 'The metadata names a token endpoint that is gone. Metadata names no app: whoever asks next gets it.',
    here: 'the token endpoint in it is gone.',
    source: rfc(8414, '3'),
  },
  'old-key': {
    title: 'An old key',
    does: 'The key set holds a key that signs nothing any more. A key set names no app: whoever asks next gets it.',
    here: 'the key in it signs nothing any more.',
    source: rfc(7523, '3'),
  },
};
