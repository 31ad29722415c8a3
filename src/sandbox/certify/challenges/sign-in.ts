import { rfc } from '#flows/specs.ts';
import { formOf, queryOf } from '#protocol/exchange-parts.ts';
import type { Challenge } from '../challenge.ts';
import {
  beforeNextSignIn,
  failed,
  isAnswered,
  isCall,
  isCode,
  notReached,
  onceMet,
  open,
  passed,
} from '../log.ts';

/** After a wrong answer came to the app, its code must stay where it is. */
function stopsAt(fault: 'altered-state' | 'wrong-iss', what: string) {
  return onceMet(fault, `No sign-in came to its end, so no ${what} was sent.`, (met, rest) => {
    const sent = beforeNextSignIn(rest).find(isCode);
    if (sent) return failed('A token request with the code of that answer.', sent);
    return open('passed', 'No token request with the code of that answer.', met);
  });
}

export const alteredState: Challenge = {
  id: 'altered-state',
  title: 'Stops at a state that it has not sent',
  why: 'A program that goes on signs its user in to somebody else’s account.',
  gives: [{ fault: 'altered-state', requests: 1 }],
  acts: ['sign-in'],
  expected: 'Nothing more with the code of that answer.',
  section: rfc(6749, '10.12'),
  fix: 'Compare the state of the answer with the one that you sent in this browser, before you look at anything else in it.',
  part: 'callback',
  shows: ['state'],
  judge: stopsAt('altered-state', 'altered state'),
};

export const wrongIss: Challenge = {
  id: 'wrong-iss',
  title: 'Stops at the issuer of another server',
  why: 'A program with two servers sends the code of one to the other.',
  gives: [{ fault: 'wrong-iss', requests: 1 }],
  acts: ['sign-in'],
  expected: 'Nothing more with the code of that answer.',
  section: rfc(9207, '2.4'),
  fix: 'If the answer has an iss, compare it with the server at which the sign-in began.',
  part: 'callback',
  shows: ['issuer'],
  judge: stopsAt('wrong-iss', 'wrong issuer'),
};

export const codeOnce: Challenge = {
  id: 'code-once',
  title: 'Sends a code once, also when the page is reloaded',
  why: 'A code that is sent again may end the session that the first one began.',
  gives: [{ fault: 'unavailable', at: 'token', requests: 1 }],
  acts: ['sign-in', 'reload'],
  expected:
    'One token request with this code, though the server said 503 and the page was reloaded.',
  section: rfc(6749, '4.1.2'),
  fix: 'Forget state and verifier before you send the code, and never try a code again: begin a new sign-in.',
  part: 'server',
  shows: ['once', 'guard'],
  judge: onceMet('unavailable', 'No code came to the token endpoint.', (met, rest) => {
    const code = formOf(met).get('code');
    const again = rest.find((each) => isCode(each) && formOf(each).get('code') === code);
    if (again) return failed('The same code a second time.', again);
    return open('passed', 'The code once, and no more.', met);
  }),
};

export const noAccessToken: Challenge = {
  id: 'no-access-token',
  title: 'Stops at an answer without an access token',
  why: 'A program that takes it for a sign-in calls the API with “Bearer undefined” from then on.',
  gives: [{ fault: 'no-access-token', requests: 1 }],
  acts: ['sign-in', 'call'],
  expected: 'No call of the API until the user has signed in again.',
  section: rfc(6749, '5.1'),
  fix: 'If an answer has no access_token that is text, say so and keep nothing of it.',
  part: 'token',
  shows: ['access'],
  judge: onceMet('no-access-token', 'No code came to the token endpoint.', (met, rest) => {
    const called = beforeNextSignIn(rest).find(isCall);
    if (called) return failed('A call of the API without a token of this server.', called);
    return open('passed', 'No call of the API.', met);
  }),
};

export const lowerCaseBearer: Challenge = {
  id: 'lower-case-bearer',
  title: 'Reads a token_type in lower case',
  why: 'RingCentral says bearer and others say Bearer: a program that compares letters fails at one of them.',
  gives: [{ fault: 'lower-case-bearer', requests: 1 }],
  acts: ['sign-in', 'call'],
  expected: 'A call of the API with the token.',
  section: rfc(6749, '5.1'),
  fix: 'Compare token_type without regard to case.',
  part: 'token',
  shows: ['access'],
  judge: onceMet('lower-case-bearer', 'No code came to the token endpoint.', (met, rest) => {
    const called = rest.find((each) => isCall(each) && isAnswered(each));
    if (called) return passed('Your program called the API and got an answer.', called);
    return open('failed', 'No call of the API with this token.', met);
  }),
};

const secretNames = ['access_token', 'refresh_token', 'client_secret', 'password', 'assertion'];

export const noSecretInAddress: Challenge = {
  id: 'no-secret-in-address',
  title: 'Keeps secrets out of addresses',
  why: 'Every server and proxy on the way writes addresses into its log.',
  acts: ['sign-in', 'call'],
  expected: 'Tokens in the Authorization header and secrets in a header or a body.',
  section: rfc(6750, '5.3'),
  fix: 'Send the access token as “Authorization: Bearer …”, and the client secret by Basic or in the body.',
  part: 'server',
  shows: ['header', 'basic'],
  judge: (log) => {
    const told = log.find((each) => secretNames.some((name) => queryOf(each).has(name)));
    if (told) return failed('An address with a secret in it.', told);
    if (!log.some(isCode) || !log.some(isCall)) {
      return notReached('No sign-in with a call of the API after it.');
    }
    return open('passed', 'No address with a secret in it.');
  },
};
