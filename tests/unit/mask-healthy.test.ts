import { expect, test } from 'vitest';
import type { Exchange } from '#protocol/exchange.ts';
import { createMasker } from '#protocol/mask/mask.ts';
import { s256Challenge } from '#protocol/pkce.ts';
import { basic, makeTestSandbox, origin } from '#sandbox/testing/test-sandbox.ts';

/**
 * The counter-test of masking: in a right run of every flow, what is masked is what is secret, and
 * every other word stays as it was sent.
 */
const sandbox = makeTestSandbox();
const exchanges: Exchange[] = [];
const redirectUri = `${origin}/callback/`;
const verifier = 'a-verifier-of-forty-three-characters-or-more-1';
const user = { username: '+18335550100', extension: '101', password: 'sandbox-password' };

async function send(
  path: string,
  form?: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<{ text: string; location: string }> {
  const body = form && new URLSearchParams(form).toString();
  const sent: Record<string, string> = {
    host: 'localhost:4321',
    'user-agent': 'a-program/1.0 (token; code)',
    ...headers,
    ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
  };
  const method = form ? 'POST' : 'GET';
  const response = await sandbox.send(path, {
    method,
    headers: sent,
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  exchanges.push({
    id: `e${exchanges.length}`,
    from: 'app',
    to: 'authorization-server',
    startedAt: 0,
    request: {
      method,
      url: origin + path,
      headers: Object.entries(sent),
      ...(body !== undefined && { body }),
    },
    response: { status: response.status, headers: [...response.headers], body: text },
  });
  return { text, location: response.headers.get('location') ?? '' };
}

const parsed = ({ text }: { text: string }) => JSON.parse(text) as Record<string, string>;
const transactionIn = (text: string) => /name="transaction" value="([^"]+)"/.exec(text)?.[1] ?? '';

async function signIn(query: Record<string, string>): Promise<{ answer: URL; forms: string[] }> {
  const request = new URLSearchParams({ redirect_uri: redirectUri, state: 'kept', ...query });
  const first = await send(`/restapi/oauth/authorize?${request.toString()}`);
  const signInForm = transactionIn(first.text);
  const second = await send('/restapi/oauth/authorize/sign-in', {
    transaction: signInForm,
    user: '+18335550100*101',
    password: 'sandbox-password',
  });
  const consentForm = transactionIn((await send(second.location)).text);
  const done = await send('/restapi/oauth/authorize/consent', {
    transaction: consentForm,
    allow: '1',
  });
  return { answer: new URL(done.location), forms: [signInForm, consentForm] };
}

test('a right run of every flow keeps every word that is not secret', async () => {
  const secrets = new Set(['sandbox-password', verifier]);
  const token = async (form: Record<string, string>, id?: string) => {
    const headers = id === undefined ? undefined : basic(id);
    if (headers) {
      secrets.add(`${id}-secret`);
      secrets.add(headers.authorization.slice('Basic '.length));
    }
    const body = parsed(await send('/restapi/oauth/token', form, headers));
    for (const name of ['access_token', 'refresh_token']) if (body[name]) secrets.add(body[name]);
    expect(body['access_token']).toBeTruthy();
    return body;
  };
  const keepForms = (forms: string[]) => forms.forEach((form) => secrets.add(form));

  for (const [clientId, confidential] of [
    ['sandbox-browser', false],
    ['sandbox-server-web', true],
  ] as const) {
    const pkce = { code_challenge: await s256Challenge(verifier), code_challenge_method: 'S256' };
    const { answer, forms } = await signIn({ response_type: 'code', client_id: clientId, ...pkce });
    keepForms(forms);
    const code = answer.searchParams.get('code') ?? '';
    secrets.add(code);
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    const own = confidential ? {} : { client_id: clientId };
    const pair = await token(
      { ...form, ...own, code_verifier: verifier },
      confidential ? clientId : undefined,
    );
    const next = await token(
      { grant_type: 'refresh_token', refresh_token: pair['refresh_token'] ?? '', ...own },
      confidential ? clientId : undefined,
    );
    await send('/restapi/v1.0/account/~/extension/~', undefined, {
      authorization: `Bearer ${next['access_token']}`,
    });
    await send(
      '/restapi/oauth/revoke',
      { token: next['access_token'] ?? '', token_type_hint: 'access_token', ...own },
      confidential ? basic(clientId) : {},
    );
  }
  const implicit = await signIn({ response_type: 'token', client_id: 'sandbox-browser' });
  keepForms(implicit.forms);
  secrets.add(new URLSearchParams(implicit.answer.hash.slice(1)).get('access_token') ?? '');
  await token({ grant_type: 'password', ...user }, 'sandbox-server-only');
  const made = parsed(
    await (async () => {
      const response = await sandbox.send('/sandbox/api/jwt', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"extensionNumber":"101"}',
      });
      return { text: await response.text() };
    })(),
  );
  secrets.add(made['jwt'] ?? '');
  await token(
    {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: made['jwt'] ?? '',
    },
    'sandbox-jwt',
  );
  await send('/.well-known/oauth-authorization-server');
  await send('/restapi');

  const learned = new Map<string, string>();
  const masker = createMasker({ onLearned: ({ secret, mask }) => learned.set(mask, secret) });
  const back = (text: string) =>
    text.replaceAll(/masked-[a-z_]+-[0-9]+-[0-9]+chars/g, (mask) => learned.get(mask) ?? mask);
  const spelled = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
  for (const exchange of exchanges) {
    const masked = masker.mask(exchange);
    expect(spelled(back(masked.request.url))).toBe(spelled(exchange.request.url));
    expect(spelled(back(masked.request.body ?? ''))).toBe(spelled(exchange.request.body ?? ''));
    expect(back(masked.response?.body ?? '')).toBe(exchange.response?.body);
    const fields = (one: Exchange) => [...one.request.headers, ...(one.response?.headers ?? [])];
    expect(fields(masked).map(([name, value]) => [name, back(value)])).toEqual(fields(exchange));
  }
  expect([...learned.values()].filter((secret) => !secrets.has(secret))).toEqual([]);
  const shown = JSON.stringify(exchanges.map((exchange) => masker.mask(exchange)));
  for (const secret of secrets) expect(shown).not.toContain(secret);
});
