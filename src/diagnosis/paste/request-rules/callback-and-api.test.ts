import { describe, expect, it } from 'vitest';
import {
  apiCall,
  apiUrl,
  authorizeUrl,
  basic,
  exchange,
  goodBasic,
  granted,
  jwt,
  state,
  told,
  tokenRequest,
} from '../testing/told.ts';

type Row = [id: string, what: string, paste: string];

const callback = (query: string, base = 'https://app.example.com/cb'): string => `${base}?${query}`;
const code = 'code=TESTcodeTESTcode0001';
const pair = (query: string, base?: string): string =>
  `${authorizeUrl()}\n\n${callback(query, base)}`;
const token = 'TESTaccessTokenTESTaccessToken01';
const refused =
  'HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{"errorCode":"TokenInvalid","message":"OAuth token is invalid","errors":[{"errorCode":"OAU-149","message":"OAuth token is invalid"}]}\n';

const positive: Row[] = [
  ['LINT-110', 'interaction_required', callback(`error=interaction_required&state=${state}`)],
  ['LINT-110', 'invalid_scope', callback(`error=invalid_scope&state=${state}`)],
  ['LINT-111', 'another state', pair(`${code}&state=CVtoYQcg2EJUzL8fQ6ACuA`)],
  ['LINT-112', 'no state back', pair(code)],
  [
    'LINT-112',
    'a state that nobody sent',
    `${authorizeUrl({ state: undefined })}\n\n${callback(`${code}&state=${state}`)}`,
  ],
  ['LINT-113', 'both', callback(`${code}&error=access_denied`)],
  ['LINT-114', 'a code in the fragment', `https://app.example.com/cb#${code}&state=${state}`],
  ['LINT-114', 'a token in the query', callback(`access_token=${token}&state=${state}`)],
  [
    'LINT-115',
    'a token in the fragment',
    `https://app.example.com/cb#access_token=${token}&token_type=bearer&expires_in=3600`,
  ],
  ['LINT-116', 'another path', pair(`${code}&state=${state}`, 'https://app.example.com/home')],
  ['LINT-117', 'another issuer', pair(`${code}&state=${state}&iss=https%3A%2F%2Fid.example.net`)],
  ['LINT-118', 'http', callback(`${code}&state=${state}`, 'http://app.example.com/cb')],
  ['LINT-122', 'an appendix', `${callback(`${code}&state=${state}`)}#_=_`],
  ['LINT-250', 'no header', apiCall(undefined)],
  ['LINT-251', 'no scheme', apiCall(token)],
  ['LINT-251', 'a colon', apiCall(`Bearer: ${token}`)],
  ['LINT-251', 'twice', apiCall(`Bearer Bearer ${token}`)],
  ['LINT-252', 'small letters', apiCall(`bearer ${token}`)],
  ['LINT-253', 'undefined', apiCall('Bearer undefined')],
  ['LINT-253', 'quotes', apiCall(`Bearer "${token}"`)],
  ['LINT-253', 'a placeholder that was sent', apiCall('Bearer {{token}}', refused)],
  ['LINT-254', 'in the address', `curl "${apiUrl}?access_token=${token}"`],
  [
    'LINT-255',
    'in two places',
    `curl "${apiUrl}?access_token=${token}" -H "Authorization: Bearer ${token}"`,
  ],
  ['LINT-256', 'the JWT', apiCall(`Bearer ${jwt({})}`)],
  [
    'LINT-256',
    'the refresh token',
    `{"access_token":"${token}","refresh_token":"TESTrefreshTokenTESTrefreshToken1"}\n\n${apiCall('Bearer TESTrefreshTokenTESTrefreshToken1', refused)}`,
  ],
  ['LINT-257', 'Basic', apiCall(goodBasic)],
  [
    'LINT-260',
    'of another host',
    `${tokenRequest('grant_type=refresh_token&refresh_token=TESTrefresh1').replace('Host: platform', 'Host: platform.devtest')}\n${granted()}\n${apiCall(`Bearer ${token}`, refused)}`,
  ],
  [
    'LINT-262',
    'replaced',
    `${apiCall(`Bearer ${token}`, 'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"id":1}\n')}\n${tokenRequest('grant_type=refresh_token&refresh_token=TESTrefresh1', undefined, granted({ access_token: 'TESTnewAccessToken0000000000002' }))}\n${apiCall(`Bearer ${token}`, refused)}`,
  ],
  [
    'LINT-300',
    'exchanged in spite',
    `${pair(`${code}&state=CVtoYQcg2EJUzL8fQ6ACuA`)}\n\n${tokenRequest(exchange)}`,
  ],
];

const goodCallback = pair(`${code}&state=${state}&expires_in=60`);
const goodCall = apiCall(`Bearer ${token}`);

const negative: Row[] = [
  ['LINT-110', 'a code', goodCallback],
  ['LINT-111', 'the same', goodCallback],
  ['LINT-112', 'the same', goodCallback],
  ['LINT-113', 'a code', goodCallback],
  ['LINT-114', 'in the query', goodCallback],
  ['LINT-115', 'a code', goodCallback],
  ['LINT-116', 'the same', goodCallback],
  ['LINT-117', 'none', goodCallback],
  ['LINT-118', 'loopback', callback(`${code}&state=${state}`, 'http://127.0.0.1:5000/cb')],
  ['LINT-122', 'right', goodCallback],
  ['LINT-250', 'sent', goodCall],
  ['LINT-250', 'hidden', apiCall('██')],
  ['LINT-250', 'an address alone', apiUrl],
  ['LINT-251', 'right', goodCall],
  ['LINT-251', 'hidden', apiCall('***')],
  ['LINT-252', 'a capital', goodCall],
  ['LINT-253', 'right', goodCall],
  ['LINT-253', 'a placeholder of a guide', `curl ${apiUrl} -H "Authorization: Bearer {{token}}"`],
  ['LINT-254', 'in the header', goodCall],
  ['LINT-255', 'once', goodCall],
  ['LINT-256', 'right', goodCall],
  ['LINT-256', 'hidden', apiCall('Bearer ***')],
  ['LINT-257', 'Bearer', goodCall],
  [
    'LINT-260',
    'one host',
    `${tokenRequest('grant_type=refresh_token&refresh_token=TESTrefresh1', undefined, granted())}\n${goodCall}`,
  ],
  [
    'LINT-262',
    'the new one',
    `${tokenRequest('grant_type=refresh_token&refresh_token=TESTrefresh1', undefined, granted())}\n${goodCall}`,
  ],
  ['LINT-300', 'the same state', `${goodCallback}\n\n${tokenRequest(exchange)}`],
];

describe('a pasted callback or API call', () => {
  it.each(positive)('shows %s (%s)', async (expected, _what, paste) => {
    expect((await told(paste)).map((one) => one.id)).toContain(expected);
  });

  it.each(negative)('does not show %s (%s)', async (unexpected, _what, paste) => {
    expect((await told(paste)).map((one) => one.id)).not.toContain(unexpected);
  });

  it.each([goodCallback, goodCall, apiCall(`bearer ${token}`)])(
    'has nothing wrong and no risk where all is well: %s',
    async (paste) => {
      const findings = await told(paste);
      expect(findings.filter(({ kind }) => kind === 'wrong' || kind === 'risk')).toEqual([]);
    },
  );

  it('names the header with no id of its own, by what it decodes to', async () => {
    const [first] = await told(`Authorization: Basic ${basic('TESTclientId0000000001')}`);
    expect(first?.id).toBe('LINT-169');
  });
});
