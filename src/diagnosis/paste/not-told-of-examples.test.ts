import { expect, it } from 'vitest';
import { diagnosePaste } from './diagnose-paste.ts';

const authorize = 'https://platform.ringcentral.com/restapi/oauth/authorize?';
const token = 'curl -X POST https://platform.ringcentral.com/restapi/oauth/token';

it.each([
  [
    'braces with spaces',
    `${token} -H "Authorization: Basic {base64 of clientId:clientSecret}" -d "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion={your JWT}"`,
  ],
  [
    'braces in an address',
    `${authorize}response_type=code&redirect_uri={redirect_uri}&client_id={client_id}&code_challenge={challenge}&code_challenge_method=S256`,
  ],
  [
    'names in capitals',
    `${authorize}response_type=code&redirect_uri=REDIRECT_URI&client_id=CLIENT_ID`,
  ],
  [
    'values hidden in brackets',
    `${authorize}response_type=code&client_id=[REDACTED]&redirect_uri=[REDACTED]&state=[REDACTED]`,
  ],
  ['a header cut within its quotes', `${token} -H 'Authorization: Basic Q2xpZW5`],
  [
    'an address cut within a name',
    `${authorize}response_type=code&client_id=EXAMPLEclientIdAbc0001&redirect_ur`,
  ],
  ['an address cut within a value', `${authorize}response_type=co…`],
])(
  'calls nothing wrong or guessable for certain that an example or a cut leaves open: %s',
  async (_, paste) => {
    const { findings } = await diagnosePaste(paste, { now: 0 });
    const told = findings.filter(
      ({ kind, claims }) =>
        (kind === 'wrong' || kind === 'risk') &&
        claims.some(({ certainty }) => certainty !== 'cannot tell'),
    );
    expect(told.filter(({ id }) => id !== 'LINT-030').map(({ title }) => title)).toEqual([]);
  },
);
