import { beforeEach, describe, expect, it } from 'vitest';
import { webRandom } from '#protocol/random.ts';
import { createSandbox } from '#sandbox/sandbox.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';
import { clockChannel } from './clock-channel.ts';
import { type SandboxApi, createSandboxApi } from './sandbox-api.ts';

const origin = 'http://localhost:4321';
let api: SandboxApi;
let sent: Request[];

beforeEach(() => {
  const sandbox = createSandbox({
    store: createMemoryStore(),
    clock: { now: () => 1_700_000_000_000 },
    random: webRandom,
    siteOrigins: [origin],
  });
  sent = [];
  api = createSandboxApi({
    origin,
    fetch: (request) => {
      sent.push(request);
      return sandbox.fetch(request, { browser: '' });
    },
  });
});

const web = {
  name: 'Mine',
  portal: 'classic',
  audience: 'private',
  platformType: 'ServerWeb',
  redirectUris: ['https://app.example/cb'],
  scopes: ['ReadAccounts'],
} as const;
const settings = { ...web, redirectUris: [...web.redirectUris], scopes: [...web.scopes] };

/** An answer that the test expects to be good. */
async function done<Value>(answer: Promise<{ kind: string; value?: Value }>): Promise<Value> {
  const { kind, value } = await answer;
  expect(kind).toBe('done');
  return value as Value;
}

describe('the control API in a page, against a real sandbox', () => {
  it('makes, reads, changes, renews and removes an app whose id needs encoding', async () => {
    const clientId = 'a/b ü%';
    const app = await done(api.createApp({ ...settings, clientId }));
    expect(app).toMatchObject({ clientId, demo: false, name: 'Mine' });
    expect(app.flows.password.bySettings).toBe('refused');
    expect(await done(api.getApp(clientId))).toEqual(app);
    const changed = await done(api.updateApp(clientId, { name: 'Other' }));
    expect(changed).toEqual({ ...app, name: 'Other' });
    const renewed = await done(api.renewSecret(clientId));
    expect(renewed.clientSecret).not.toBe(app.clientSecret);
    expect(await done(api.deleteApp(clientId))).toBeUndefined();
    expect(await api.getApp(clientId)).toMatchObject({ kind: 'refused', status: 404 });
    expect((await done(api.listApps())).length).toBe(11);
  });

  it('says what the sandbox objects to, field by field', async () => {
    const answer = await api.createApp({ ...settings, redirectUris: ['http://app.example/'] });
    expect(answer).toEqual({
      kind: 'refused',
      status: 400,
      message: 'A redirect URI uses https; http is for localhost, 127.0.0.1 and [::1] only.',
      issues: [{ path: 'redirectUris.0', message: expect.any(String) }],
    });
  });

  it('reads users and sessions, and says that a session is gone', async () => {
    expect((await done(api.listUsers())).map(({ extensionNumber }) => extensionNumber)).toEqual([
      '101',
      '102',
      '103',
      '104',
      '105',
      '101',
    ]);
    expect(await done(api.listSessions())).toEqual([]);
    expect(await api.endSession('gone')).toMatchObject({ kind: 'refused', status: 404 });
  });

  it('makes a JWT credential, lists it without its text, and revokes it once', async () => {
    const made = await done(api.mintJwt({ extensionNumber: '101', clientIds: ['sandbox-jwt'] }));
    expect(made.jwt.split('.')).toHaveLength(3);
    const { jwt, ...view } = made;
    expect(jwt).not.toBe('');
    expect(await done(api.listJwts())).toEqual([view]);
    expect(await done(api.revokeJwt(view.id))).toBeUndefined();
    expect(await api.revokeJwt(view.id)).toMatchObject({ kind: 'refused', status: 404 });
    expect(await api.mintJwt({ extensionNumber: '999' })).toMatchObject({
      kind: 'refused',
      issues: [{ path: 'extensionNumber' }],
    });
  });

  it('lets an app follow the general policy again', async () => {
    await done(api.putPolicy({ iss: true }, 'sandbox-jwt'));
    expect(await done(api.clearOverrides('sandbox-jwt'))).toMatchObject({ iss: false });
  });

  it('tells every page where the clock stands once it was moved', async () => {
    const channel = new BroadcastChannel(clockChannel);
    const heard: unknown[] = [];
    const two = new Promise<void>((resolve) => {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        heard.push(data);
        if (heard.length === 2) resolve();
      };
    });
    await api.putClock(1e12);
    await api.putClock(60);
    await api.reset();
    await two;
    channel.close();
    expect(heard).toEqual([60, 0]);
  });

  it('moves the clock, changes the policy, of one app too, and resets', async () => {
    expect(await done(api.putClock(3600))).toEqual({ offsetSeconds: 3600 });
    expect(await done(api.putPolicy({ preset: 'strict' }))).toMatchObject({ pkce: 'public' });
    expect(await done(api.putPolicy({ iss: false }, 'sandbox-jwt'))).toMatchObject({ iss: false });
    expect(await done(api.getPolicy('sandbox-jwt'))).toMatchObject({ iss: false, pkce: 'public' });
    expect(await done(api.getPolicy())).toMatchObject({ iss: true });
    expect(await done(api.reset())).toBeUndefined();
    expect(await done(api.getClock())).toEqual({ offsetSeconds: 0 });
  });

  it('declares JSON where it sends a body, and sends none where there is none', async () => {
    await api.putClock(1);
    await api.reset();
    expect(sent.map(({ headers }) => headers.get('content-type'))).toEqual([
      'application/json',
      null,
    ]);
  });
});

describe('where the sandbox does not answer', () => {
  const answering = (respond: () => Promise<Response>) =>
    createSandboxApi({ origin, fetch: respond });

  it('nobody does', async () => {
    const down = answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await down.listApps()).toEqual({ kind: 'unreachable', why: 'no-answer' });
  });

  it.each([
    ['a page', new Response('<!doctype html>', { status: 200 })],
    ['a page that is not there', new Response('<!doctype html>', { status: 404 })],
    ['JSON of another shape', Response.json([{ name: 'x' }])],
    ['a refusal of another shape', Response.json({ error: 'x' }, { status: 400 })],
  ])('%s does', async (_, response) => {
    const other = answering(() => Promise.resolve(response));
    expect(await other.listApps()).toEqual({ kind: 'unreachable', why: 'not-the-sandbox' });
  });

  it('a page does, to a call that is answered with nothing', async () => {
    const other = answering(() => Promise.resolve(new Response('<!doctype html>')));
    expect(await other.reset()).toEqual({ kind: 'unreachable', why: 'not-the-sandbox' });
  });

  it('the answer breaks off', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new Error('cut')) });
    const cut = answering(() => Promise.resolve(new Response(body)));
    expect(await cut.listApps()).toEqual({ kind: 'unreachable', why: 'no-answer' });
  });
});
