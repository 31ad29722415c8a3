import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { diagnose } from '#diagnosis/diagnose.ts';
import { awaitedAfter, createWatch, seenIn } from '#diagnosis/watch/index.ts';
import { type Exchange, exchangeSchema } from '#protocol/exchange.ts';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';
import { readEvents } from '../support/event-reader.ts';
import { pressThrough } from '../support/press-through.ts';

/** Remarks on what the sandbox really logged, secrets masked as a page sees them. */
const clientId = 'sandbox-server-web';
const redirectUri = 'http://localhost:5000/oauth2callback';
const app = { clientId, redirectUris: [redirectUri], clientType: 'confidential' as const };
const verifier = 'SANDBOX-verifier-not-a-secret-000000000000000';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const basic = { authorization: `Basic ${btoa(`${clientId}:${clientId}-secret`)}` };
const plan = ['sign-in', 'token', 'api', 'refresh', 'revocation'] as const;

let server: RunningServer;
let requests = 0;
beforeAll(async () => {
  server = await startServer({ port: 0 });
});
afterAll(() => server.close());
beforeEach(async () => {
  requests = 0;
  await fetch(`${server.origin}/sandbox/api/reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
});

const good = {
  response_type: 'code',
  client_id: clientId,
  redirect_uri: redirectUri,
  state: 'SANDBOX-state-00001',
  code_challenge: challenge,
  code_challenge_method: 'S256',
};

async function authorize(parameters: Record<string, string>): Promise<URLSearchParams> {
  requests += 4;
  const address = `${server.origin}/restapi/oauth/authorize?${new URLSearchParams(parameters)}`;
  return new URL(await pressThrough(address)).searchParams;
}

async function post(path: string, form: Record<string, string>, headers: HeadersInit = basic) {
  requests += 1;
  const init = { method: 'POST', headers, body: new URLSearchParams(form) };
  const response = await fetch(`${server.origin}/restapi/oauth/${path}`, init);
  return (await response.json().catch(() => ({}))) as Record<string, string>;
}

async function call(token = '') {
  requests += 1;
  await fetch(`${server.origin}/restapi/v1.0/account/~/extension/~`, {
    headers: { authorization: `Bearer ${token}` },
  });
}

async function logged(): Promise<Exchange[]> {
  const url = `${server.origin}/sandbox/api/events?clientId=${clientId}`;
  const events = await readEvents(url, requests);
  return events.map(({ data }) => exchangeSchema.parse(JSON.parse(data)));
}

const words = async () =>
  createWatch(
    app,
    diagnose,
  )(await logged()).map(({ findings }) =>
    findings.map((each) => `${each.kind}: ${each.title}${each.code ? ` ${each.code}` : ''}`),
  );
const last = async () => (await words()).at(-1);

async function trade(
  code: string,
  form: Record<string, string> = {},
  headers: HeadersInit = basic,
) {
  const exchange = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
  return post('token', { ...exchange, code_verifier: verifier, ...form }, headers);
}

describe('a program that does it right', () => {
  test('gets nothing but praise, and the word about http', async () => {
    const code = (await authorize(good)).get('code') ?? '';
    const tokens = await trade(code);
    await call(tokens['access_token']);
    const next = await post('token', {
      grant_type: 'refresh_token',
      refresh_token: tokens['refresh_token'] ?? '',
    });
    await post('revoke', { token: next['access_token'] ?? '' });
    expect(await words()).toEqual([
      [
        'well: PKCE with S256',
        'well: `state` of 19 characters',
        'well: The redirect URI is a registered one',
        'risk: It starts with http. That is right on localhost; in production use https.',
      ],
      [],
      [],
      ['note: The browser takes the code back to your program'],
      [
        'well: The secret is in the header, where it belongs',
        'well: Verifier matches',
        'well: Same redirect URI as before',
      ],
      ['well: The token is in the header, and it is valid'],
      [
        'well: The secret is in the header, where it belongs',
        'well: Refreshed before the access token ended',
      ],
      [
        'well: The secret is in the header, where it belongs',
        'well: Logging out ends the session at the server',
      ],
    ]);
    const exchanges = await logged();
    expect([...seenIn(exchanges)]).toEqual(plan);
    expect(awaitedAfter(exchanges, plan)).toBeUndefined();
  });

  test('what is awaited moves on with each request', async () => {
    expect(awaitedAfter([], plan)?.milestone).toBe('sign-in');
    const code = (await authorize(good)).get('code') ?? '';
    const exchanges = await logged();
    const after = (count: number) => awaitedAfter(exchanges.slice(0, count), plan)?.words;
    expect([after(1), after(2), after(3), after(4)]).toEqual([
      'Waiting for you to sign in',
      'Waiting for your consent',
      'Waiting for your consent',
      'Waiting for your program to exchange the code',
    ]);
    await trade(code);
    expect(awaitedAfter(await logged(), plan)?.request).toBe('GET /extension/~');
    await call('SBX-not-a-token');
  });
});

describe('the sign-in', () => {
  const first = async (parameters: Record<string, string>) => {
    requests += 1;
    await fetch(`${server.origin}/restapi/oauth/authorize?${new URLSearchParams(parameters)}`);
    return (await words())[0];
  };
  const { code_challenge, code_challenge_method, state, ...bare } = good;
  void code_challenge_method;

  test('LINT-040 no PKCE', async () => {
    expect(await first({ ...bare, state })).toContain(
      'risk: There is no PKCE: `code_challenge` is missing.',
    );
  });
  test('LINT-041 plain', async () => {
    expect(await first({ ...bare, state, code_challenge })).toContain(
      'risk: PKCE is without S256: the challenge is the verifier itself.',
    );
  });
  test('LINT-030 no state', async () => {
    expect(await first(bare)).toContain(
      'wrong: There is no `state`: nothing ties the answer to this browser.',
    );
  });
  test('LINT-031 a short state', async () => {
    expect(await first({ ...good, state: '1234' })).toContain(
      'risk: Others can guess a `state` of 4 characters.',
    );
  });
  test('LINT-031 is said of 15 characters, and of 16 no more', async () => {
    expect(await first({ ...good, state: 's'.repeat(15) })).toContain(
      'risk: Others can guess a `state` of 15 characters.',
    );
    await first({ ...good, state: 's'.repeat(16) });
    expect(await last()).toContain('well: `state` of 16 characters');
  });
  test('LINT-032 the same state twice, once it was answered; a page loaded again is no second sign-in', async () => {
    await first(good);
    await first(good);
    expect(await last()).toContain('well: `state` of 19 characters');
    await authorize(good);
    await first(good);
    expect(await last()).toContain('risk: The `state` is the same as in an earlier sign-in.');
  });
  test('LINT-019 a slash too many', async () => {
    expect(await first({ ...good, redirect_uri: `${redirectUri}/` })).toContain(
      'wrong: redirect_uri is not the registered one',
    );
  });
  test('LINT-014 no redirect URI', async () => {
    const { redirect_uri, ...rest } = good;
    void redirect_uri;
    expect(await first(rest)).toContain('wrong: The request does not say where the answer goes');
  });
  test('LINT-013 the secret in the address', async () => {
    expect(await first({ ...good, client_secret: 'SANDBOX-not-a-secret' })).toContain(
      'wrong: `client_secret` is in the address.',
    );
  });
  test('LINT-110 a refused consent', async () => {
    await fetch(`${server.origin}/sandbox/api/apps/${clientId}/acts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ act: 'refuse-next-consent' }),
    });
    expect((await authorize(good)).get('error')).toBe('access_denied');
    expect(await last()).toEqual(['note: The user did not allow it']);
  });
});

describe('the token request', () => {
  test('LINT-168 the secret in the body, alone and beside the header', async () => {
    const form = { client_id: clientId, client_secret: `${clientId}-secret` };
    await trade((await authorize(good)).get('code') ?? '', form, {});
    expect(await last()).toContain('risk: The secret is in the body. Send it in the header.');
    await trade('another', form);
    expect(await last()).toContain(
      'wrong: The secret is in the header and in the body SANDBOX-CLIENT-1',
    );
  });
  test('LINT-173 no secret', async () => {
    await trade('SANDBOX-CODE', { client_id: clientId }, {});
    expect(await last()).toContain(
      'wrong: The request has no secret, and this app has one OAU-123',
    );
  });
  test('LINT-158 a code twice', async () => {
    const code = (await authorize(good)).get('code') ?? '';
    await trade(code);
    await trade(code);
    expect(await last()).toEqual(['wrong: This code was used before OAU-106']);
  });
  test('LINT-165 a wrong verifier is told by the server’s code', async () => {
    const code = (await authorize(good)).get('code') ?? '';
    await trade(code, { code_verifier: `${verifier}x` });
    expect(await last()).toEqual([
      'wrong: The verifier does not match the challenge SANDBOX-PKCE-2',
    ]);
  });
  test('LINT-177 an old refresh token', async () => {
    const tokens = await trade((await authorize(good)).get('code') ?? '');
    await post('revoke', { token: tokens['access_token'] ?? '' });
    await post('token', {
      grant_type: 'refresh_token',
      refresh_token: tokens['refresh_token'] ?? '',
    });
    expect(await last()).toEqual(['wrong: This refresh token ended with its session OAU-211']);
  });
});

describe('the API call', () => {
  test('an expired token is a note, and a refresh is awaited', async () => {
    const tokens = await trade((await authorize(good)).get('code') ?? '');
    await fetch(`${server.origin}/sandbox/api/apps/${clientId}/acts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ act: 'expire-access-tokens' }),
    });
    await call(tokens['access_token']);
    expect(await last()).toEqual(['note: This access token has expired OAU-128']);
    expect(awaitedAfter(await logged(), plan)?.words).toBe('Waiting for your program to refresh');
    await call(tokens['access_token']);
    await call(tokens['access_token']);
    expect(await last()).toContain('wrong: The API refused the third call in a row with 401.');
  });
});
