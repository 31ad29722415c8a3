import { describe, expect, it } from 'vitest';
import { presets } from '#sandbox/policy.ts';
import { encodeBase64Url } from '#protocol/base64url.ts';
import { apply } from './apply.ts';
import {
  atToken,
  begin,
  comeBack,
  explained,
  jsonAnswer,
  refusedToken,
  tokenAnswer,
  valueOf,
} from './testing/walk.ts';

const tokenPath = 'POST /restapi/oauth/token';

describe('a refused trade', () => {
  it('names the line break at the end of the verifier, and its button puts it right', async () => {
    const { tab, playground } = await atToken();
    const verifier = valueOf(playground, 'code_verifier');
    const challenge = valueOf(playground, 'code_challenge');
    playground.request.edit('code_verifier', `${verifier}\n`);
    tab.answers.set(
      'GET /sandbox/api/policy',
      jsonAnswer(200, { codeLifetimeSeconds: 60, consumeCodeOnWrongVerifier: false }),
    );
    const told = await refusedToken(playground, tab, 'SANDBOX-PKCE-3');
    expect(told).toMatchObject({
      title: 'The verifier has a line break at its end',
      claims: [{ certainty: 'certain' }],
      actions: [{ label: 'Remove it and send' }, { label: 'Ask for a new code' }],
    });
    expect(told.comparison?.map(({ verdict }) => verdict)).toEqual([undefined, 'differs', 'same']);
    expect(told.comparison?.[2]?.segments).toEqual([{ text: challenge, tone: 'plain' }]);
    expect(told.excluded).toContainEqual({ cause: 'hex digest' });

    tab.answers.set(tokenPath, jsonAnswer(200, tokenAnswer));
    if (told.actions[0]) await apply(playground, told.actions[0].action);
    expect(tab.requests.at(-1)?.body).toContain(`code_verifier=${verifier}`);
    expect(tab.requests.at(-1)?.body).not.toContain('%0A');
    expect(playground.step.value).toMatchObject({ id: 'token', status: 'done' });
  });

  it('asks for a fresh code where the policy spent this one, and keeps the other edits', async () => {
    const { tab, playground } = await atToken();
    playground.request.edit('code_verifier', 'x'.repeat(43));
    playground.request.putIn('access_token_ttl');
    tab.answers.set('GET /sandbox/api/policy', jsonAnswer(200, presets.ringcentral));
    const told = await refusedToken(playground, tab, 'SANDBOX-PKCE-2');
    expect(told.title).toBe('This is not the verifier that your app made');
    expect(told.actions).toHaveLength(1);
    expect(told.actions[0]?.action).toMatchObject({
      kind: 'fresh-code',
      restore: ['code_verifier'],
    });
    if (told.actions[0]) await apply(playground, told.actions[0].action);
    expect(tab.windows).toHaveLength(2);
    const state = new URL(tab.windows[1]?.url ?? '').searchParams.get('state') ?? '';
    comeBack(tab, { code: 'SANDBOX-CODE-2', state });
    expect(playground.request.wire.value?.body).toContain('access_token_ttl=600');
    expect(playground.request.wire.value?.body).toContain('code=SANDBOX-CODE-2');
    expect(playground.request.wire.value?.body).toContain(valueOf(playground, 'code_verifier'));
  });

  it.each([
    ['plain', (verifier: string) => Promise.resolve(verifier), /verifier itself/],
    ['hexadecimal', async (verifier: string) => hex(await sha(verifier)), /hexadecimal/],
    ['padding', async (verifier: string) => `${encodeBase64Url(await sha(verifier))}=`, /padding/],
  ])('names a challenge that was made as %s', async (_name, make, title) => {
    const { tab, playground } = begin();
    await playground.request.send();
    const challenge = await make(valueOf(playground, 'code_verifier'));
    playground.openStep('authorize');
    playground.request.edit('code_challenge', challenge);
    await playground.request.send();
    const state = new URL(tab.windows[0]?.url ?? '').searchParams.get('state') ?? '';
    comeBack(tab, { code: 'K', state });
    playground.openStep('token');
    const told = await refusedToken(playground, tab, 'SANDBOX-PKCE-2');
    expect(told.title).toMatch(title);
    expect(told.actions[0]?.action).toMatchObject({ kind: 'fresh-code', step: 'authorize' });
  });

  it('says that a method left out means plain', async () => {
    const { tab, playground } = await atToken((open) =>
      open.request.leaveOut('code_challenge_method'),
    );
    const told = await refusedToken(playground, tab, 'SANDBOX-PKCE-2');
    expect(told.title).toBe('The server compares without hashing');
  });

  it('says that no challenge was sent, and that no verifier was', async () => {
    const one = await atToken((open) => open.request.leaveOut('code_challenge'));
    expect((await refusedToken(one.playground, one.tab, 'SANDBOX-PKCE-4')).title).toBe(
      'Step 2 sent no challenge',
    );
    const other = await atToken();
    other.playground.request.leaveOut('code_verifier');
    expect((await refusedToken(other.playground, other.tab, 'SANDBOX-PKCE-1')).title).toBe(
      'The verifier is missing',
    );
  });

  it('tells a code that was used before', async () => {
    const { tab, playground } = await atToken();
    tab.answers.set(tokenPath, jsonAnswer(200, tokenAnswer));
    await playground.request.send();
    const told = await refusedToken(playground, tab, 'OAU-106');
    expect(told).toMatchObject({
      title: 'This code was used before',
      claims: [{ certainty: 'certain' }],
    });
  });

  it('tells a code that expired, one that is missing, and one that never was', async () => {
    const { tab, playground } = await atToken();
    expect((await refusedToken(playground, tab, 'OAU-108')).title).toBe('The code has expired');
    playground.request.leaveOut('code');
    expect((await refusedToken(playground, tab, 'OAU-106')).title).toBe(
      'There is no code to exchange',
    );
    playground.request.edit('code', 'SANDBOX-CODE-l');
    const told = await refusedToken(playground, tab, 'OAU-106');
    expect(told.title).toBe('This is not the code that came back');
    expect(told.comparison?.[1]?.segments).toEqual([
      { text: 'SANDBOX-CODE-', tone: 'plain' },
      { text: 'l', tone: 'differs' },
    ]);
  });

  it.each([
    ['http://localhost:4321/callback', 'no slash at the end'],
    ['https://localhost:4321/callback/', 'https for http'],
    ['http://127.0.0.1:4321/callback/', '127.0.0.1 for localhost'],
    ['http://localhost:4322/callback/', 'another port'],
    ['http://localhost:4321/Callback/', 'capitals and small letters in the path'],
    ['http://localhost:4321/callback/?a=b', 'another query'],
    ['http%3A%2F%2Flocalhost%3A4321%2Fcallback%2F', 'it is percent-encoded twice'],
  ])('names how a redirect URI differs: %s', async (uri, words) => {
    const { tab, playground } = await atToken();
    playground.request.edit('redirect_uri', uri);
    const told = await refusedToken(playground, tab, 'OAU-109');
    expect(told).toMatchObject({
      title: 'redirect_uri is not the one of step 2',
      claims: [{ certainty: 'certain' }],
    });
    expect(told.why).toContain(words);
  });

  it.each([
    ['OAU-123', undefined, 'The request does not say which app it is from'],
    ['OAU-153', 'nobody', 'The server does not know this app'],
    ['OAU-110', 'sandbox-mobile', 'The code belongs to another app'],
  ])('tells the client_id apart: %s', async (errorCode, clientId, title) => {
    const { tab, playground } = await atToken();
    if (clientId === undefined) playground.request.leaveOut('client_id');
    else playground.request.edit('client_id', clientId);
    expect((await refusedToken(playground, tab, errorCode, 'invalid_client')).title).toBe(title);
  });

  it('says what the catalogue says of any other code, and admits what it does not know', async () => {
    const { tab, playground } = await atToken();
    playground.request.edit('grant_type', 'authorization-code');
    expect((await refusedToken(playground, tab, 'OAU-250', 'invalid_request')).title).toBe(
      'There is no grant_type authorization-code',
    );
    tab.answers.set(tokenPath, () => new Response('<h1>Proxy</h1>', { status: 502 }));
    await playground.request.send();
    expect(await explained(playground)).toMatchObject({
      title: 'The server answered 502',
      claims: [{ certainty: 'cannot tell' }],
    });
    tab.answers.set(tokenPath, () => new Response('<h1>Login</h1>', { status: 200 }));
    await playground.request.send();
    expect((await explained(playground)).title).toBe('The answer has no access token');
  });
});

async function sha(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
