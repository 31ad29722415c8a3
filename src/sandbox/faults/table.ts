import type { Incoming } from '../wire/incoming.ts';
import { type Break, PlainResponse } from '../wire/plain-response.ts';
import type { Policy } from '../policy.ts';
import { apiErrorResponse, respond } from '../wire/responses.ts';
import type { FaultName } from './names.ts';
import type { Place } from './places.ts';

interface Meeting {
  incoming: Incoming;
  policy: Policy;
  seconds: number;
}

interface FaultRow {
  places: readonly Place[];
  /** The seconds that it says or takes, where nobody asks for others. */
  seconds?: number;
  /** A worker has no socket, and cannot give it. */
  needsSocket?: true;
  /** The answer is held back so long before it goes, whatever it is. */
  waits?: true;
  /**
   * Answered by whatever stands before the server: the request is then not looked at, so that no
   * code and no refresh token is spent.
   */
  instead?(meeting: Meeting): PlainResponse;
  /** The answer as it becomes, or undefined where there is nothing in it to alter. */
  alter?(answer: PlainResponse, meeting: Meeting): PlainResponse | undefined;
}

const direct = ['token', 'revoke', 'api'] as const;

const copy = (
  { status, plainHeaders, plainBody }: PlainResponse,
  body: string = plainBody,
  headers?: Record<string, string>,
): PlainResponse => new PlainResponse(status, { ...plainHeaders, ...headers }, body);

/** Members of a JSON answer that has one of them; undefined leaves a member out. */
const members =
  (name: string, change: (before: string, meeting: Meeting) => Record<string, unknown>) =>
  (answer: PlainResponse, meeting: Meeting): PlainResponse | undefined => {
    if (answer.status !== 200) return undefined;
    const body = JSON.parse(answer.plainBody) as Record<string, unknown>;
    if (!(name in body)) return undefined;
    return copy(answer, JSON.stringify({ ...body, ...change(String(body[name]), meeting) }));
  };

/** A parameter of the answer that a browser takes to the app, where `has` stands in it. */
const parameter =
  (name: string, has: RegExp, value: (before: string) => string) =>
  (answer: PlainResponse): PlainResponse | undefined => {
    const { location = '' } = answer.plainHeaders;
    const at = (location.includes('#') ? location.indexOf('#') : location.indexOf('?')) + 1;
    // The way from one of the sandbox's pages to the next is no answer to an app.
    if (!/[?&#](?:code|error|access_token)=/.test(location) || !has.test(location))
      return undefined;
    const sent = new URLSearchParams(location.slice(at));
    sent.set(name, value(sent.get(name) ?? ''));
    return copy(answer, undefined, { location: location.slice(0, at) + String(sent) });
  };

const broken =
  (kind: Break) =>
  (answer: PlainResponse): PlainResponse => {
    const altered = copy(answer);
    altered.breaks = kind;
    return altered;
  };

const unavailable = ({ incoming }: Meeting, headers: Record<string, string> = {}): PlainResponse =>
  respond(incoming, 503, '', { 'content-type': 'text/plain', ...headers });

const html = '<!doctype html>\n<title>Bad gateway</title>\n<h1>Bad gateway</h1>\n';
const mirrored = (text: string): string => [...text].reverse().join('');

/** Every fault: where it is met and what it makes of an answer. Its words stand in `words.ts`. */
export const faultTable: Readonly<Record<FaultName, FaultRow>> = {
  'slow-answer': { places: direct, seconds: 5, waits: true, alter: (answer) => copy(answer) },
  'reset-connection': { places: direct, needsSocket: true, alter: broken('reset') },
  'empty-answer': { places: direct, needsSocket: true, alter: broken('empty') },
  'broken-chunk': { places: direct, needsSocket: true, alter: broken('chunk') },
  'rate-limit': {
    places: direct,
    seconds: 2,
    instead: ({ incoming, policy, seconds }) => {
      incoming.answerHeaders['retry-after'] = String(seconds);
      return apiErrorResponse({ code: 'CMN-301', rule: 'AS-012' }, incoming, policy);
    },
  },
  unavailable: { places: direct, instead: unavailable },
  'unavailable-retry-after': {
    places: direct,
    seconds: 2,
    instead: (meeting) => unavailable(meeting, { 'retry-after': String(meeting.seconds) }),
  },
  'html-body': {
    places: direct,
    instead: ({ incoming }) => respond(incoming, 502, html, { 'content-type': 'text/html' }),
  },
  'truncated-json': {
    places: direct,
    alter: (answer) => {
      const { plainBody } = answer;
      return plainBody === '' ? undefined : copy(answer, plainBody.slice(0, plainBody.length / 2));
    },
  },
  'clock-skew': {
    places: direct,
    alter: (answer, { incoming }) =>
      copy(answer, undefined, { date: new Date(incoming.now + 3_600_000).toUTCString() }),
  },
  'lower-case-bearer': {
    places: ['token'],
    alter: members('token_type', () => ({ token_type: 'bearer' })),
  },
  'no-refresh-token': {
    places: ['token'],
    alter: members('refresh_token', () => ({
      refresh_token: undefined,
      refresh_token_expires_in: undefined,
    })),
  },
  'no-access-token': {
    places: ['token'],
    alter: members('access_token', () => ({ access_token: undefined })),
  },
  'expires-in-text': {
    places: ['token'],
    alter: members('expires_in', (text) => ({ expires_in: text })),
  },
  'expires-in-short': {
    places: ['token'],
    seconds: 2,
    alter: members('expires_in', (_, { seconds }) => ({ expires_in: seconds })),
  },
  'altered-state': {
    places: ['redirect'],
    alter: parameter('state', /[?&#]state=/, (state) => `${state}-altered`),
  },
  'wrong-iss': {
    places: ['redirect'],
    alter: parameter('iss', /./, () => 'https://another-server.example'),
  },
  'stale-discovery': {
    places: ['metadata'],
    alter: members('token_endpoint', (before) => ({ token_endpoint: `${before}-of-last-year` })),
  },
  'old-key': {
    places: ['keys'],
    // Another key under another name, as a copy that was kept too long has it.
    alter: (answer) => {
      const { keys } = JSON.parse(answer.plainBody) as { keys: Record<string, string>[] };
      const old = keys.map((key) => ({ ...key, kid: 'old-key', n: mirrored(key['n'] ?? '') }));
      return copy(answer, JSON.stringify({ keys: old }));
    },
  },
};
