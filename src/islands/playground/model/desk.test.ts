import { describe, expect, it, vi } from 'vitest';
import { authCodePkce } from '#flows/auth-code-pkce.ts';
import { jwt } from '#flows/jwt.ts';
import { createDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { fragmentOf, playgroundLink, readFragment } from './fragment.ts';
import { readHanded } from './handed.ts';
import { RealTab, runUntil } from './testing/real-tab.ts';
import { valueOf } from './testing/walk.ts';

async function begin(hash = ''): Promise<{ tab: RealTab; desk: Desk }> {
  const tab = new RealTab();
  tab.hash = hash;
  await tab.fetch(new Request(`${tab.origin}/restapi`));
  const desk = createDesk(tab, authCodePkce, true);
  desk.start();
  return { tab, desk };
}

const shown = (desk: Desk) => ({
  flow: desk.playground.value.flow.id,
  app: desk.playground.value.app.value.clientId,
  known: desk.playground.value.app.value.known,
});

const becomes = (desk: Desk, wanted: Partial<ReturnType<typeof shown>>) =>
  vi.waitFor(() => expect(shown(desk)).toMatchObject(wanted));

describe('a link', () => {
  it.each([
    ['', 'none'],
    ['#_top', 'none'],
    ['#flow=jwt', 'link'],
    ['#flow=jwt&app=sandbox-jwt&mistake=jwt-cut', 'link'],
    ['#app=an%20app%2F%3F', 'link'],
    ['#flow=none', 'unreadable'],
    ['#flow=', 'unreadable'],
    ['#flow=jwt&flow=jwt', 'unreadable'],
    ['#flow=jwt&access_token=x', 'unreadable'],
    ['#app=%00', 'unreadable'],
    [`#app=${'a'.repeat(257)}`, 'unreadable'],
    ['#flow=jwt&mistake=../x', 'unreadable'],
    ['#=', 'unreadable'],
    ['#flow=%E0%A4%A', 'unreadable'],
  ])('%j is %s', (fragment, kind) => {
    expect(readFragment(fragment).kind).toBe(kind);
  });

  it('is written as it is read', () => {
    const link = { flow: 'jwt' as const, app: 'an app/&=?' };
    expect(readFragment(`#${fragmentOf(link)}`)).toEqual({ kind: 'link', link });
    expect(playgroundLink({ flow: 'jwt' })).toBe('/playground/#flow=jwt');
  });
});

describe('the desk', () => {
  it('begins with the flow and the app that a link names', async () => {
    const { desk } = await begin('#flow=auth-code&app=sandbox-public-web');
    await becomes(desk, { flow: 'auth-code', app: 'sandbox-public-web', known: 'known' });
    expect(desk.playground.value.app.value).toMatchObject({
      clientType: 'confidential',
      clientSecret: 'sandbox-public-web-secret',
      comesBack: true,
    });
  });

  it('keeps what it shows where a link cannot be read, and says so', async () => {
    const { desk } = await begin('#flow=nothing');
    await becomes(desk, { flow: 'auth-code-pkce', known: 'known' });
    expect(desk.playground.value.words.notices.value.map(({ kind }) => kind)).toEqual([
      'link-unreadable',
    ]);
  });

  it('tells an app that the sandbox does not have', async () => {
    const { desk } = await begin('#flow=jwt&app=gone');
    await becomes(desk, { flow: 'jwt', app: 'gone', known: 'unknown' });
  });

  it('sends a public client in the body and a confidential one in the header, by the app’s own settings', async () => {
    const { desk } = await begin('#flow=auth-code-pkce&app=sandbox-server-web');
    await becomes(desk, { app: 'sandbox-server-web', known: 'known' });
    const { playground } = desk;
    playground.value.openStep('token');
    const names = playground.value.request.rows.value.map(({ name }) => name);
    expect(names).toContain('Authorization');
    expect(names).not.toContain('client_id');
  });

  it('follows a new link, and a choice writes one', async () => {
    const { tab, desk } = await begin();
    await becomes(desk, { known: 'known' });
    tab.hash = '#flow=revocation';
    for (const listener of tab.fragmentListeners) listener();
    await becomes(desk, { flow: 'revocation', app: 'sandbox-jwt', known: 'known' });
    await desk.choose('password');
    expect(tab.hash).toBe('#flow=password');
    expect(shown(desk).flow).toBe('password');
  });

  it('hands tokens from one flow to the next, with the app that they belong to', async () => {
    const { tab, desk } = await begin();
    await becomes(desk, { known: 'known' });
    await runUntil({ tab, playground: desk.playground.value }, 'api');
    await desk.choose('call-the-api');
    await becomes(desk, { flow: 'call-the-api', app: 'sandbox-browser', known: 'known' });
    const { playground } = desk;
    expect(playground.value.request.answer.value).toMatchObject({
      kind: 'made',
      note: 'From Authorization code with PKCE',
    });
    playground.value.openStep('api');
    await playground.value.request.send();
    expect(playground.value.step.value.status).toBe('done');
  });

  it('leaves the tokens of one app alone where another app begins with tokens', async () => {
    const { tab, desk } = await begin();
    await becomes(desk, { known: 'known' });
    await runUntil({ tab, playground: desk.playground.value }, 'api');
    await desk.choose('call-the-api', 'sandbox-jwt');
    await becomes(desk, { flow: 'call-the-api', app: 'sandbox-jwt', known: 'known' });
    expect(desk.playground.value.request.answer.value).toEqual({ kind: 'none' });
    expect(desk.playground.value.values.all.value.map(({ status }) => status)).toEqual([
      'awaited',
      'awaited',
    ]);
  });

  it('takes over newer tokens and keeps its own newer ones', async () => {
    const { tab, desk } = await begin('#flow=call-the-api');
    await becomes(desk, { flow: 'call-the-api', known: 'known' });
    await desk.playground.value.request.send();
    const own = valueOf(desk.playground.value, 'access_token');
    await desk.choose('jwt');
    await becomes(desk, { flow: 'jwt', known: 'known' });
    tab.pass(1);
    await runUntil({ tab, playground: desk.playground.value }, 'api');
    const newer = valueOf(desk.playground.value, 'access_token');
    await desk.choose('call-the-api');
    await becomes(desk, { flow: 'call-the-api', known: 'known' });
    expect(valueOf(desk.playground.value, 'access_token')).toBe(newer);
    tab.pass(1);
    await desk.playground.value.request.send();
    const newest = valueOf(desk.playground.value, 'access_token');
    expect(new Set([own, newer, newest]).size).toBe(3);
    // A flow that is opened again does not hand on what it held before.
    await desk.choose('jwt');
    await becomes(desk, { flow: 'jwt', known: 'known' });
    await desk.choose('revocation');
    await becomes(desk, { flow: 'revocation', known: 'known' });
    expect(valueOf(desk.playground.value, 'access_token')).toBe(newest);
  });

  it('opens the flow that was chosen last, whichever is loaded first', async () => {
    const { desk } = await begin();
    await becomes(desk, { known: 'known' });
    const runs: string[] = [];
    const before = desk.run.value;
    await Promise.all([
      desk.choose('password').then(() => runs.push(shown(desk).flow)),
      desk.choose('revocation').then(() => runs.push(shown(desk).flow)),
    ]);
    expect(runs.at(-1)).toBe('revocation');
    expect(desk.run.value).toBe(before + 1);
  });

  it('leaves a flow where the reader was, unless its sign-in is out', async () => {
    const { tab, desk } = await begin();
    await becomes(desk, { known: 'known' });
    await runUntil({ tab, playground: desk.playground.value }, 'api');
    await desk.choose('jwt');
    await desk.choose('auth-code-pkce');
    expect(desk.playground.value.step.value.id).toBe('api');
    desk.playground.value.openStep('authorize');
    await desk.playground.value.request.send();
    await desk.choose('jwt');
    await desk.choose('auth-code-pkce');
    expect(desk.playground.value.step.value.id).toBe('authorize');
    expect(desk.playground.value.request.answer.value.kind).not.toBe('waiting');
  });

  it('leaves nothing to hand on once the session is revoked, or all is forgotten', async () => {
    const { tab, desk } = await begin();
    await becomes(desk, { known: 'known' });
    await runUntil({ tab, playground: desk.playground.value }, 'revoke');
    expect(readHanded(tab.session)).toBeDefined();
    await desk.playground.value.request.send();
    expect(readHanded(tab.session)).toBeUndefined();

    await desk.choose('jwt');
    await becomes(desk, { flow: 'jwt', known: 'known' });
    await runUntil({ tab, playground: desk.playground.value }, 'api');
    desk.playground.value.values.forgetAll();
    expect(readHanded(tab.session)).toBeUndefined();
    tab.wait(1000);
    expect(JSON.stringify([...tab.session.entries])).not.toContain('U0JYMDFQ');
  });

  it.each(['call-the-api', 'refresh-token', 'revocation'] as const)(
    '%s leads a reader whose app signs users in to the flow that does, and says why first',
    async (flow) => {
      const { tab, desk } = await begin(`#flow=${flow}&app=sandbox-browser`);
      await becomes(desk, { flow, known: 'known' });
      const { playground } = desk;
      const { definition } = playground.value.step.value;
      expect(definition.send).toEqual({ first: 'Sign in first', again: 'Sign in first' });
      expect(definition.summary).toBe(
        'This app signs users in, which needs a window. Run Authorization code with PKCE up to its tokens: this page then has them.',
      );
      await playground.value.request.send();
      expect(tab.navigated).toEqual(['/playground/#flow=auth-code-pkce&app=sandbox-browser']);
      expect(tab.requests.filter(({ method }) => method === 'POST')).toEqual([]);
    },
  );

  it('stops a run at the step that takes a sign-in first, and goes nowhere by itself', async () => {
    const { tab, desk } = await begin('#flow=call-the-api&app=sandbox-browser');
    await becomes(desk, { flow: 'call-the-api', known: 'known' });
    const { playground } = desk;
    await playground.value.request.runTo('call-log');
    expect(playground.value.step.value.id).toBe('hold');
    expect(tab.navigated).toEqual([]);
  });

  it('runs a flow in a guide without writing a link', async () => {
    const tab = new RealTab();
    await tab.fetch(new Request(`${tab.origin}/restapi`));
    const desk = createDesk(tab, jwt, false);
    desk.start();
    await becomes(desk, { flow: 'jwt', known: 'known' });
    await desk.choose('refresh-token');
    expect(tab.hash).toBe('');
  });
});

describe('the clock', () => {
  it('moves for all, and what it passes has expired', async () => {
    const { tab, desk } = await begin('#flow=jwt');
    await becomes(desk, { flow: 'jwt', known: 'known' });
    const { playground } = desk;
    await runUntil({ tab, playground: playground.value }, 'api');
    await playground.value.clock.move(3601);
    expect(playground.value.clock.offsetSeconds.value).toBe(3601);
    expect(await tab.store.clock.getOffsetSeconds()).toBe(3601);
    expect(
      playground.value.values.all.value.find(({ name }) => name === 'access_token')?.status,
    ).toBe('expired');
    await playground.value.request.send();
    expect(playground.value.step.value.status).toBe('refused');
    await playground.value.clock.reset();
    await playground.value.request.send();
    expect(playground.value.step.value.status).toBe('done');
  });

  it('that cannot be moved says so', async () => {
    const { tab, desk } = await begin('#flow=jwt');
    await becomes(desk, { flow: 'jwt', known: 'known' });
    tab.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await desk.playground.value.clock.move(60);
    expect(desk.playground.value.words.notices.value.map(({ kind }) => kind)).toEqual([
      'clock-failed',
    ]);
    expect(desk.playground.value.clock.offsetSeconds.value).toBe(0);
  });
});

describe('a token, asked about', () => {
  it('is told by the sandbox, and only by it', async () => {
    const { tab, desk } = await begin('#flow=jwt');
    await becomes(desk, { flow: 'jwt', known: 'known' });
    await runUntil({ tab, playground: desk.playground.value }, 'api');
    const token = desk.playground.value.values.all.value.find(
      ({ name }) => name === 'access_token',
    );
    expect(await desk.playground.value.values.inspect(token?.value ?? '')).toMatchObject({
      kind: 'access-token',
      status: 'live',
      clientId: 'sandbox-jwt',
    });
    tab.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await desk.playground.value.values.inspect('x')).toBeUndefined();
  });
});
