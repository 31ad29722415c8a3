import { rfc } from '#flows/specs.ts';
import { type FaultName, isFaultName } from './names.ts';

interface FaultWords {
  /** A row of the console. */
  title: string;
  /** What it does, in one sentence; where it is met and what host can give it stands in the table. */
  does: string;
  source: { label: string; href: string };
}

/** What readers are told of each fault. Apart from the table, which the worker of the tab carries. */
export const faultWords: Readonly<Record<FaultName, FaultWords>> = {
  'slow-answer': {
    title: 'Slow answer',
    does: 'The answer is made at once and held back: five seconds, or as many as you say.',
    source: rfc(9110, '9.2.2'),
  },
  'reset-connection': {
    title: 'Connection reset',
    does: 'The server does what it was asked and resets the connection: the answer is lost.',
    source: rfc(9110, '9.2.2'),
  },
  'empty-answer': {
    title: 'Empty answer',
    does: 'The server does what it was asked and hangs up without an answer.',
    source: rfc(9110, '9.2.2'),
  },
  'broken-chunk': {
    title: 'Broken chunk',
    does: 'Half of the answer comes, then what is no chunk, then the end.',
    source: rfc(9110, '9.2.2'),
  },
  'rate-limit': {
    title: '429 with Retry-After',
    does: 'The gateway refuses with CMN-301 and says how long to wait: two seconds, or as many as you say.',
    source: rfc(6585, '4'),
  },
  unavailable: {
    title: '503',
    does: 'A proxy in front of the server answers 503, without Retry-After.',
    source: rfc(9110, '10.2.3'),
  },
  'unavailable-retry-after': {
    title: '503 with Retry-After',
    does: 'A proxy in front of the server answers 503, and Retry-After says how long to wait.',
    source: rfc(9110, '10.2.3'),
  },
  'html-body': {
    title: 'HTML instead of JSON',
    does: 'A proxy answers 502 with a page, where the program expects JSON.',
    source: rfc(6749, '5.1'),
  },
  'truncated-json': {
    title: 'JSON cut in half',
    does: 'The first half of the body comes, and its length says that it is all.',
    source: rfc(6749, '5.1'),
  },
  'clock-skew': {
    title: 'Clock an hour ahead',
    does: 'The Date of the answer is an hour ahead of the sandbox’s clock.',
    source: rfc(7519, '4.1.4'),
  },
  'lower-case-bearer': {
    title: 'Lower-case bearer',
    does: 'The token answer says token_type bearer in lower case, as RingCentral does.',
    source: rfc(6749, '5.1'),
  },
  'no-refresh-token': {
    title: 'No refresh token',
    does: 'The token answer has no refresh_token, though the app may have one.',
    source: rfc(6749, '5.1'),
  },
  'no-access-token': {
    title: 'No access token',
    does: 'The token answer says 200 and has no access_token.',
    source: rfc(6749, '5.1'),
  },
  'expires-in-text': {
    title: 'expires_in as text',
    does: 'The token answer has its seconds in quotes, as some servers send them.',
    source: rfc(6749, '5.1'),
  },
  'expires-in-short': {
    title: 'Short expires_in',
    does: 'The token answer says two seconds, or as many as you say; the token lives as long as ever.',
    source: rfc(6749, '5.1'),
  },
  'altered-state': {
    title: 'Altered state',
    does: 'The browser comes back to the app with a state that the app has not sent.',
    source: rfc(6749, '10.12'),
  },
  'wrong-iss': {
    title: 'Wrong iss',
    does: 'The browser comes back to the app with the issuer of another server.',
    source: rfc(9207, '2.4'),
  },
  'stale-discovery': {
    title: 'Stale discovery document',
    does: 'The metadata names a token endpoint that is gone. Metadata names no app: whoever asks next gets it.',
    source: rfc(8414, '3'),
  },
  'old-key': {
    title: 'An old key',
    does: 'The key set holds a key that signs nothing any more. A key set names no app: whoever asks next gets it.',
    source: rfc(7523, '3'),
  },
};

/** What readers call a fault, whose name on the wire comes from a log that another build may have kept. */
export const faultTitle = (name: string): string =>
  isFaultName(name) ? faultWords[name].title : name;
