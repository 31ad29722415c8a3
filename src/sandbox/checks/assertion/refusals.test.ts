import { beforeAll, describe, expect, it } from 'vitest';
import { basic, makeTestSandbox } from '../../testing/test-sandbox.ts';
import type { TestSandbox } from '../../testing/test-sandbox.ts';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What a refusal says: status, rule, code, text and parameters. */
async function refusal(box: TestSandbox, assertion: string, clientId = 'sandbox-jwt') {
  const response = await box.token(
    { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion },
    basic(clientId),
  );
  const { errors } = (await response.json()) as {
    errors?: { errorCode: string; message: string; parameters?: object[] }[];
  };
  const [first] = errors ?? [];
  return [
    response.status,
    response.headers.get('sandbox-rule'),
    first?.errorCode,
    first?.message,
    first?.parameters,
  ];
}

const assertion = [{ parameterName: 'assertion' }];

// One sandbox for all: a signing key costs a tenth of a second, and nothing here changes what is kept.
let box: TestSandbox;
let good: string;

/** A credential of the console; `claims` are merged over its own, and null leaves one out. */
async function make(claims: Record<string, unknown> = {}): Promise<string> {
  const response = await box.send('/sandbox/api/jwt', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ extensionNumber: '101', claims }),
  });
  return ((await response.json()) as { jwt: string }).jwt;
}

beforeAll(async () => {
  box = makeTestSandbox();
  good = await make();
});

describe('what an assertion lacks is said on the wire', () => {
  it.each<[string, Record<string, unknown>, string, string, string]>([
    [
      'AS-155 without exp',
      { exp: null },
      'AS-155',
      'SANDBOX-JWT-1',
      'The assertion is incomplete: the claim exp is missing',
    ],
    [
      'AS-155 exp as text',
      { exp: '1800000000' },
      'AS-155',
      'SANDBOX-JWT-1',
      'The assertion is incomplete: the claim exp has the wrong type',
    ],
    [
      'AS-155 a number for iss',
      { iss: 7 },
      'AS-155',
      'SANDBOX-JWT-1',
      'The assertion is incomplete: the claim iss has the wrong type',
    ],
    ['AS-157 past', { exp: 1_700_000_000 }, 'AS-157', 'SANDBOX-JWT-4', 'The assertion has expired'],
    [
      'AS-157 before nbf',
      { nbf: 1_700_000_001 },
      'AS-157',
      'SANDBOX-JWT-4',
      'The assertion is not valid yet',
    ],
  ])('%s', async (_what, claims, rule, code, message) => {
    expect(await refusal(box, await make(claims))).toEqual([400, rule, code, message, assertion]);
  });

  // RFC 7519 section 4.1.2: the subject is compared as text, so no number that it could be read as counts.
  it.each([' 1000101', '1000101 ', '1000101.0', '+1000101', '0x1000101', '1e6', ''])(
    'AS-160 %j is no subject',
    async (sub) => {
      const [status, rule, code] = await refusal(box, await make({ sub }));
      expect([status, rule, code]).toEqual([400, 'AS-160', 'OAU-136']);
    },
  );
});

describe('RFC 7519 section 3: header and claims are objects', () => {
  it.each<[string, unknown, unknown]>([
    ['a word for the header', 'RS256', {}],
    ['a number for the header', 7, {}],
    ['a list for the header', ['RS256'], {}],
    ['a word for the claims', { alg: 'RS256' }, 'claims'],
    ['a number for the claims', { alg: 'RS256' }, 7],
    ['true for the claims', { alg: 'RS256' }, true],
    ['a list for the claims', { alg: 'RS256' }, [{}]],
    ['null for the claims', { alg: 'RS256' }, null],
  ])('AS-153 %s', async (_what, header, claims) => {
    const [status, rule, code] = await refusal(box, `${encode(header)}.${encode(claims)}.AAAA`);
    expect([status, rule, code]).toEqual([400, 'AS-153', 'OAU-331']);
  });
});

describe('AS-158 a refusal of a signature names its rule', () => {
  it('another algorithm', async () => {
    const [, claims = ''] = good.split('.');
    const [status, rule, code] = await refusal(box, `${encode({ alg: 'none' })}.${claims}.`);
    expect([status, rule, code]).toEqual([400, 'AS-158', 'OAU-347']);
  });

  it('claims that were changed', async () => {
    const [header = '', , mac = ''] = good.split('.');
    const forged = `${header}.${encode({ sub: '1000101' })}.${mac}`;
    const [status, rule, code] = await refusal(box, forged);
    expect([status, rule, code]).toEqual([400, 'AS-158', 'OAU-345']);
  });
});

it('X17 names the app, its id cut where it is long', async () => {
  const clientId = `app-${'x'.repeat(300)}`;
  const record = await box.store.apps.get('sandbox-jwt');
  if (!record) throw new Error('no demo app');
  await box.store.apps.add({ ...record, clientId, clientSecret: `${clientId}-secret` });
  const response = await box.send('/sandbox/api/jwt', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ extensionNumber: '101', clientIds: ['another-app'] }),
  });
  const { jwt } = (await response.json()) as { jwt: string };
  const [status, rule, code, , parameters] = await refusal(box, jwt, clientId);
  expect([status, rule, code, parameters]).toEqual([
    400,
    'X17',
    'OAU-473',
    [{ parameterName: 'client_id', parameterValue: `app-${'x'.repeat(196)}` }],
  ]);
});
