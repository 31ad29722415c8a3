import { describe, expect, it } from 'vitest';
import type { AppSettings } from '#app-settings/app.ts';
import {
  authorizeUrl,
  basic,
  exchange,
  goodBasic,
  granted,
  jwt,
  jwtBearer,
  now,
  pageApp,
  refreshing,
  serverApp,
  told,
  tokenRequest,
  tokenUrl,
  verifier,
} from '../testing/told.ts';

type Row = [id: string, what: string, paste: string, settings?: AppSettings];

const header = (value: string) => ({ Authorization: value });
const none = {};
const id = 'TESTclientId0000000001';
const secret = 'TESTsecretTESTsecretTESTsecret01';
const publicExchange = `${exchange}&client_id=${id}&code_verifier=${verifier}`;
const refusal =
  'HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{"error":"invalid_grant"}\n';

const positive: Row[] = [
  ['LINT-005', 'twice', tokenRequest(`${exchange}&grant_type=authorization_code`)],
  ['LINT-006', 'camel case', tokenRequest('grantType=refresh_token&refresh_token=TESTrefresh1')],
  ['LINT-150', 'GET', `curl -G ${tokenUrl} -u ${id}:${secret} -d grant_type=client_credentials`],
  [
    'LINT-151',
    'JSON',
    tokenRequest('{"grant_type":"refresh_token","refresh_token":"TESTrefresh1"}', {
      ...header(goodBasic),
      'Content-Type': 'application/json',
    }),
  ],
  [
    'LINT-152',
    'multipart',
    `curl ${tokenUrl} -u ${id}:${secret} -F grant_type=refresh_token -F refresh_token=TESTrefresh1`,
  ],
  [
    'LINT-153',
    'in the address',
    `curl -X POST "${tokenUrl}?grant_type=refresh_token&refresh_token=TESTrefresh1" -u ${id}:${secret}`,
  ],
  ['LINT-154', 'plus', tokenRequest('grant_type=refresh_token&refresh_token=TEST+refresh')],
  [
    'LINT-155',
    'missing',
    tokenRequest('code=TESTcodeTESTcode0001&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb'),
  ],
  [
    'LINT-155',
    'misspelt',
    tokenRequest(exchange.replace('authorization_code', 'authorization-code')),
  ],
  [
    'LINT-156',
    'password',
    tokenRequest('grant_type=password&username=101&password=NotARealPassword7'),
  ],
  ['LINT-157', 'empty', tokenRequest(exchange.replace('TESTcodeTESTcode0001', ''))],
  [
    'LINT-157',
    'whole address',
    tokenRequest(
      exchange.replace(
        'TESTcodeTESTcode0001',
        encodeURIComponent('https://app.example.com/cb?code=TESTcodeTESTcode0001'),
      ),
    ),
  ],
  [
    'LINT-157',
    'encoded twice',
    tokenRequest(exchange.replace('TESTcodeTESTcode0001', 'TEST%252Bcode%253D')),
  ],
  ['LINT-158', 'twice', `${tokenRequest(exchange)}\n${tokenRequest(exchange)}`],
  [
    'LINT-159',
    'another',
    `${authorizeUrl({ redirect_uri: 'https://app.example.com/cb/' })}\n\n${tokenRequest(publicExchange, none)}`,
  ],
  [
    'LINT-159',
    'none',
    `${authorizeUrl()}\n\n${tokenRequest(`grant_type=authorization_code&code=TESTcodeTESTcode0001&client_id=${id}&code_verifier=${verifier}`, none)}`,
  ],
  [
    'LINT-160',
    'no verifier',
    `${authorizeUrl()}\n\n${tokenRequest(`${exchange}&client_id=${id}`, none)}`,
  ],
  [
    'LINT-161',
    'no challenge',
    `${authorizeUrl({ code_challenge: undefined, code_challenge_method: undefined })}\n\n${tokenRequest(publicExchange, none)}`,
  ],
  ['LINT-162', 'short', tokenRequest(`${exchange}&client_id=${id}&code_verifier=abc`, none)],
  [
    'LINT-163',
    'standard base64',
    tokenRequest(
      `${exchange}&client_id=${id}&code_verifier=${encodeURIComponent(`${verifier.slice(0, 40)}+/=`)}`,
      none,
    ),
  ],
  [
    'LINT-164',
    'the challenge',
    `${authorizeUrl({ code_challenge: verifier })}\n\n${tokenRequest(publicExchange, none)}`,
  ],
  ['LINT-165', 'another', `${authorizeUrl()}\n\n${tokenRequest(publicExchange, none, refusal)}`],
  [
    'LINT-166',
    'the sample',
    tokenRequest(
      `${exchange}&client_id=${id}&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`,
      none,
    ),
  ],
  [
    'LINT-166',
    'used again',
    `${tokenRequest(publicExchange, none)}\n${tokenRequest(publicExchange.replace('0001', '0002'), none)}`,
  ],
  [
    'LINT-167',
    'of a page',
    tokenRequest(`${exchange}&client_id=${id}&client_secret=${secret}`, {
      Origin: 'https://app.example.com',
    }),
  ],
  ['LINT-168', 'both', tokenRequest(`${exchange}&client_secret=${secret}`)],
  ['LINT-168', 'two ids', tokenRequest(`${exchange}&client_id=TESTotherClient0000001`)],
  ['LINT-169', 'no colon', tokenRequest(refreshing, header(`Basic ${basic(id)}`))],
  ['LINT-169', 'not encoded', tokenRequest(refreshing, header(`Basic ${id}:${secret}`))],
  [
    'LINT-169',
    'twice',
    tokenRequest(refreshing, header(`Basic ${basic(basic(`${id}:${secret}`))}`)),
  ],
  ['LINT-169', 'quotes', tokenRequest(refreshing, header(`Basic ${basic(`"${id}":"${secret}"`)}`))],
  [
    'LINT-169',
    'line break',
    tokenRequest(refreshing, header(`Basic ${basic(`${id}:${secret}\n`)}`)),
  ],
  [
    'LINT-169',
    'undefined',
    tokenRequest(refreshing, header(`Basic ${basic('undefined:undefined')}`)),
  ],
  [
    'LINT-169',
    'base64url',
    tokenRequest(
      refreshing,
      header(`Basic ${Buffer.from(`${id}:~~~???ÿÿ>>>`, 'latin1').toString('base64url')}`),
    ),
  ],
  ['LINT-170', 'swapped', tokenRequest(refreshing, header(`Basic ${basic(`${secret}:${id}`)}`))],
  ['LINT-171', 'reserved', tokenRequest(refreshing, header(`Basic ${basic(`${id}:p%q+r s`)}`))],
  [
    'LINT-172',
    'Bearer',
    tokenRequest(refreshing, header('Bearer TESTaccessTokenTESTaccessToken01')),
  ],
  ['LINT-173', 'no secret', tokenRequest(`${exchange}&client_id=${id}`, none), serverApp],
  ['LINT-174', 'no name', tokenRequest(refreshing, none), pageApp],
  [
    'LINT-175',
    'devtest',
    `curl https://platform.devtest.ringcentral.com/restapi/oauth/token -u ${id}:${secret} -d "${refreshing}"`,
  ],
  [
    'LINT-176',
    'http',
    `curl http://platform.ringcentral.com/restapi/oauth/token -u ${id}:${secret} -d "${refreshing}"`,
  ],
  [
    'LINT-177',
    'the access token',
    `{"access_token":"TESTaccessTokenTESTaccessToken01","refresh_token":"TESTrefresh1"}\n\n${tokenRequest('grant_type=refresh_token&refresh_token=TESTaccessTokenTESTaccessToken01')}`,
  ],
  [
    'LINT-178',
    'twice',
    `${tokenRequest(refreshing, header(goodBasic), granted({ refresh_token: 'TESTanother1' }))}\n${tokenRequest(refreshing)}`,
  ],
  [
    'LINT-179',
    'missing',
    tokenRequest('grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion='),
  ],
  ['LINT-179', 'Bearer', tokenRequest(jwtBearer(`Bearer ${jwt({})}`))],
  ['LINT-179', 'a word', tokenRequest(jwtBearer('RC_JWT'))],
  ['LINT-180', 'expired', tokenRequest(jwtBearer(jwt({ exp: now / 1000 - 60 })))],
  ['LINT-180', 'milliseconds', tokenRequest(jwtBearer(jwt({ iat: now })))],
  ['LINT-180', 'HS256', tokenRequest(jwtBearer(jwt({}, 'HS256', 43)))],
  ['LINT-180', 'none', tokenRequest(jwtBearer(jwt({}, 'none', 0)))],
  [
    'LINT-180',
    'devtest',
    tokenRequest(
      jwtBearer(jwt({ aud: 'https://platform.devtest.ringcentral.com/restapi/oauth/token' })),
    ),
  ],
  ['LINT-181', 'an access token', tokenRequest(jwtBearer('TESTaccessTokenTESTaccessToken01'))],
  ['LINT-182', 'scope', tokenRequest(`${exchange}&scope=SMS`)],
  ['LINT-185', 'a day', tokenRequest(`${refreshing}&access_token_ttl=86400`)],
  [
    'LINT-215',
    'may be stored',
    tokenRequest(
      refreshing,
      header(goodBasic),
      granted().replace('Cache-Control: no-store', 'Server: nginx'),
    ),
  ],
  [
    'LINT-216',
    'none',
    tokenRequest(refreshing, header(goodBasic), granted({ refresh_token: undefined })),
  ],
  [
    'LINT-217',
    'narrower',
    `${authorizeUrl({ scope: 'SMS ReadAccounts' })}\n\n${tokenRequest(publicExchange, none, granted({ scope: 'ReadAccounts' }))}`,
  ],
  ['LINT-218', 'mac', tokenRequest(refreshing, header(goodBasic), granted({ token_type: 'mac' }))],
  [
    'LINT-219',
    'a text',
    tokenRequest(refreshing, header(goodBasic), granted({ expires_in: '3600' })),
  ],
  [
    'LINT-220',
    'a page',
    tokenRequest(
      refreshing,
      header(goodBasic),
      'HTTP/1.1 200 OK\nContent-Type: text/html\n\n<!DOCTYPE html><html><title>Sign in</title></html>\n',
    ),
  ],
];

const hidden = tokenRequest('grant_type=refresh_token&refresh_token=***', header('Basic ***'));
const good = tokenRequest(refreshing);
const goodPage = tokenRequest(publicExchange, { Origin: 'https://app.example.com' });
const goodJwt = tokenRequest(jwtBearer(jwt({})));
const accepted = tokenRequest(
  refreshing,
  header(goodBasic),
  granted({ refresh_token: 'TESTanother1' }),
);

const negative: Row[] = [
  ['LINT-005', 'once', good],
  ['LINT-006', 'extensions', tokenRequest(`${refreshing}&refresh_token_ttl=604800&endpoint_id=1`)],
  ['LINT-150', 'an address alone', `${tokenUrl}?code=TESTcodeTESTcode0001`],
  ['LINT-151', 'form', good],
  ['LINT-152', 'form', good],
  ['LINT-153', 'in the body', good],
  ['LINT-154', 'encoded', tokenRequest('grant_type=refresh_token&refresh_token=TEST%2Brefresh')],
  ['LINT-155', 'right', goodJwt],
  ['LINT-155', 'one parameter alone', 'code_verifier=abc'],
  ['LINT-156', 'another grant', good],
  ['LINT-157', 'hidden', tokenRequest(exchange.replace('TESTcodeTESTcode0001', '***'))],
  [
    'LINT-158',
    'hidden',
    `${tokenRequest(exchange.replace('TESTcodeTESTcode0001', '***'))}\n${tokenRequest(exchange.replace('TESTcodeTESTcode0001', '***'))}`,
  ],
  ['LINT-159', 'the same', `${authorizeUrl()}\n\n${goodPage}`],
  ['LINT-160', 'sent', `${authorizeUrl()}\n\n${goodPage}`],
  ['LINT-161', 'no sign-in in the paste', goodPage],
  ['LINT-162', 'of 43', goodPage],
  ['LINT-163', 'base64url', goodPage],
  ['LINT-164', 'another', `${authorizeUrl()}\n\n${goodPage}`],
  ['LINT-165', 'hidden', `${authorizeUrl()}\n\n${goodPage.replace(verifier, '***')}`],
  ['LINT-166', 'once', goodPage],
  ['LINT-166', 'a retry', `${goodPage}\n${goodPage}`],
  ['LINT-167', 'no secret', goodPage],
  ['LINT-167', 'of a server', good],
  ['LINT-168', 'the same id beside Basic', tokenRequest(`${exchange}&client_id=${id}`)],
  ['LINT-169', 'right', good],
  [
    'LINT-169',
    'a colon in the secret',
    tokenRequest(refreshing, header(`Basic ${basic(`${id}:a:b:c`)}`)),
  ],
  ['LINT-169', 'hidden', hidden],
  ['LINT-169', 'hidden by -u', `curl ${tokenUrl} -u ${id}:*** -d "${refreshing}"`],
  ['LINT-170', 'right', good],
  ['LINT-171', 'right', good],
  ['LINT-172', 'Basic', good],
  ['LINT-172', 'hidden', tokenRequest(refreshing, header('██'))],
  ['LINT-173', 'hidden', hidden, serverApp],
  ['LINT-173', 'headers unknown', refreshing, serverApp],
  ['LINT-174', 'named', goodPage, pageApp],
  ['LINT-175', 'production', good],
  ['LINT-176', 'https', good],
  ['LINT-177', 'right', good],
  ['LINT-178', 'hidden', `${hidden}\n${hidden}`],
  ['LINT-179', 'right', goodJwt],
  [
    'LINT-179',
    'hidden',
    tokenRequest('grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=***'),
  ],
  ['LINT-180', 'right', goodJwt],
  ['LINT-181', 'right', goodJwt],
  ['LINT-182', 'none', tokenRequest(exchange)],
  ['LINT-185', 'within', tokenRequest(`${refreshing}&access_token_ttl=3600`)],
  ['LINT-215', 'sent', accepted],
  ['LINT-216', 'there', accepted],
  ['LINT-217', 'not asked', accepted],
  [
    'LINT-218',
    'Bearer',
    tokenRequest(refreshing, header(goodBasic), granted({ token_type: 'Bearer' })),
  ],
  ['LINT-219', 'a number', accepted],
  ['LINT-220', 'JSON', accepted],
];

describe('a pasted token request', () => {
  it.each(positive)('shows %s (%s)', async (expected, _what, paste, settings) => {
    expect((await told(paste, settings)).map((one) => one.id)).toContain(expected);
  });

  it.each(negative)('does not show %s (%s)', async (unexpected, _what, paste, settings) => {
    expect((await told(paste, settings)).map((one) => one.id)).not.toContain(unexpected);
  });

  it.each([
    ['refresh', accepted, serverApp],
    ['exchange of a page', `${authorizeUrl()}\n`, pageApp],
    ['hidden', hidden, serverApp],
    ['JWT', goodJwt, undefined],
  ] as const)(
    'has nothing wrong and no risk where all is well: %s',
    async (_what, paste, settings) => {
      const findings = await told(paste, settings);
      expect(findings.filter(({ kind }) => kind === 'wrong' || kind === 'risk')).toEqual([]);
    },
  );

  it('what the server took is not said to fail', async () => {
    const taken = tokenRequest(`${exchange}&client_secret=${secret}`, header(goodBasic), granted());
    expect((await told(taken)).filter(({ kind }) => kind === 'wrong')).toEqual([]);
  });
});
