import { describe, expect, it } from 'vitest';
import type { Policy } from '../policy.ts';
import type { CodeRecord } from '../store/records.ts';
import { basic, makeTestSandbox } from '../testing/test-sandbox.ts';

interface Asked {
  form: Record<string, string>;
  /** A code as the authorization endpoint left it, which the form then has. */
  code?: Partial<CodeRecord>;
  headers?: Record<string, string>;
  query?: string;
  policy?: Partial<Policy>;
}

/** What a refusal says: status, the rule in `Sandbox-Rule`, the first error's code and its parameters. */
async function refusal({ form, code, headers, query = '', policy = {} }: Asked) {
  const box = makeTestSandbox();
  await box.setPolicy(policy);
  const sent = code ? { code: await box.addCode(code), ...form } : form;
  const response = await box.post(
    `/restapi/oauth/token${query}`,
    { redirect_uri: 'http://localhost:4321/callback/', ...sent },
    headers ?? basic('sandbox-server-web'),
  );
  const body = (await response.json()) as {
    errors: {
      errorCode: string;
      parameters?: { parameterName: string; parameterValue?: string }[];
    }[];
  };
  const [error] = body.errors;
  const named = error?.parameters?.flatMap(({ parameterName, parameterValue }) =>
    parameterValue === undefined ? [parameterName] : [parameterName, parameterValue],
  );
  return [
    response.status,
    response.headers.get('sandbox-rule'),
    error?.errorCode,
    ...(named ?? []),
  ];
}

const trade = { grant_type: 'authorization_code' };
const bearer = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' };
const login = { username: '+18335550100*101', password: 'sandbox-password' };
const owner = { grant_type: 'password', ...login };
const only = basic('sandbox-server-only');
const challenge = 'c'.repeat(43);
const S256 = { codeChallenge: challenge, codeChallengeMethod: 'S256' as const };
const plain = { codeChallenge: challenge, codeChallengeMethod: 'plain' as const };
const other = 'https://other.example/';
const verifier = 'v'.repeat(43);
const long = 'x'.repeat(300);
/** What an answer repeats of a value, at most. */
const cut = 'x'.repeat(200);

// OAU-109, OAU-123, OAU-250 and OAU-251 name none, as RingCentral answers them.
describe('a refusal of the token endpoint names its rule, and its parameter where its code does', () => {
  it.each<[Asked, ...unknown[]]>([
    [{ form: {} }, 400, 'AS-096', 'OAU-250'],
    [{ form: { grant_type: 'x' } }, 400, 'AS-097', 'OAU-250'],
    [{ form: { grant_type: 'client_credentials' } }, 400, 'AS-098', 'OAU-251'],
    [{ form: owner }, 400, 'AS-098', 'OAU-251'],
    [{ form: trade }, 400, 'AS-118', 'SANDBOX-REQUEST-5', 'code'],
    [{ form: { ...trade, redirect_uri: other }, code: {} }, 400, 'AS-121', 'OAU-109'],
    [
      { form: { ...trade, redirect_uri: other }, code: { redirectUriSent: false } },
      400,
      'AS-122',
      'OAU-109',
    ],
    [{ form: trade, code: S256 }, 400, 'AS-128', 'SANDBOX-PKCE-1', 'code_verifier'],
    [
      { form: { ...trade, code_verifier: verifier }, code: {} },
      400,
      'AS-130',
      'SANDBOX-PKCE-4',
      'code_verifier',
    ],
    [
      { form: { ...trade, code_verifier: 'short' }, code: S256 },
      400,
      'AS-131',
      'SANDBOX-PKCE-3',
      'code_verifier',
    ],
    [
      { form: { ...trade, code_verifier: verifier }, code: S256 },
      400,
      'AS-132',
      'SANDBOX-PKCE-2',
      'code_verifier',
    ],
    [
      { form: { ...trade, code_verifier: verifier }, code: plain },
      400,
      'AS-133',
      'SANDBOX-PKCE-2',
      'code_verifier',
    ],
    [{ form: trade, code: { clientId: 'sandbox-jwt' } }, 400, 'AS-120', 'OAU-110'],
    [
      {
        form: { ...trade, client_id: 'sandbox-server-web', code_verifier: verifier },
        code: {},
        headers: {},
        policy: { pkceReplacesSecret: true },
      },
      400,
      'AS-106',
      'OAU-123',
    ],
    [{ form: trade, headers: {} }, 400, 'AS-105', 'OAU-123'],
    [
      { form: { ...trade, client_id: 'other' } },
      400,
      'AS-108',
      'SANDBOX-CLIENT-2',
      'client_id',
      'other',
    ],
    [{ form: { ...trade, client_id: long } }, 400, 'AS-108', 'SANDBOX-CLIENT-2', 'client_id', cut],
    [
      { form: trade, headers: basic('nobody', 'x') },
      400,
      'AS-114',
      'OAU-153',
      'client_id',
      'nobody',
    ],
    [
      { form: { ...trade, client_id: 'nobody' }, headers: {} },
      400,
      'AS-114',
      'OAU-153',
      'client_id',
      'nobody',
    ],
    [
      { form: trade, headers: { authorization: 'Basic Og==' } },
      400,
      'AS-114',
      'OAU-153',
      'client_id',
      '',
    ],
    [{ form: trade, query: '?code=1' }, 400, 'AS-090', 'SANDBOX-REQUEST-4', 'code'],
    [{ form: { ...trade, code: '2' }, query: '?code=1' }, 400, 'AS-090', 'OAU-150', 'code'],
    [
      { form: { grant_type: 'refresh_token' } },
      400,
      'AS-141',
      'SANDBOX-REQUEST-5',
      'refresh_token',
    ],
    [{ form: { grant_type: 'refresh_token', refresh_token: 'none' } }, 400, 'AS-141', 'OAU-213'],
    [
      { form: bearer, headers: basic('sandbox-jwt') },
      400,
      'AS-153',
      'SANDBOX-REQUEST-5',
      'assertion',
    ],
    [
      { form: { ...bearer, assertion: 'x' }, headers: basic('sandbox-jwt') },
      400,
      'AS-153',
      'OAU-331',
      'assertion',
    ],
    [{ form: { ...owner, username: '' }, headers: only }, 400, 'AS-137', 'SANDBOX-USER-2'],
    [{ form: { ...owner, password: '' }, headers: only }, 400, 'AS-137', 'SANDBOX-USER-2'],
    [{ form: { ...owner, password: 'x' }, headers: only }, 400, 'AS-137', 'OAU-140'],
    [{ form: { ...owner, username: 'nobody' }, headers: only }, 400, 'AS-137', 'OAU-140'],
  ])('%j', async (asked, ...said) => {
    expect(await refusal(asked)).toEqual(said);
  });
});
