import { describe, expect, it, vi } from 'vitest';
import type { FlowName } from '#flows/ids.ts';
import { loadFlow } from '#flows/registry.ts';
import { returnedKey } from '#islands/delivery/delivery.ts';
import { beginReal, RealTab, runStep, runUntil } from './testing/real-tab.ts';
import type { RealRun } from './testing/real-tab.ts';
import { settle, valueOf } from './testing/walk.ts';

/** An app of the current portal whose "Issue refresh tokens" is off. */
async function appWithout(method: 'jwt' | 'password', tab: RealTab): Promise<string> {
  const settings = {
    name: 'Nightly job',
    portal: 'current',
    audience: 'private',
    methods: [method],
    issueRefreshTokens: false,
    redirectUris: [],
    scopes: ['ReadAccounts'],
  };
  const answer = await tab.fetch(
    new Request(`${tab.origin}/sandbox/api/apps`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(settings),
    }),
  );
  const made = (await answer.json()) as { clientId: string };
  return made.clientId;
}

async function beginWithout(id: FlowName): Promise<RealRun> {
  const tab = new RealTab();
  const flow = await loadFlow(id);
  if (id === 'jwt' || id === 'password') {
    return beginReal(flow, await appWithout(id, tab), tab);
  }
  return beginReal(flow, 'sandbox-current-web', tab);
}

/** Whether the API takes a token. */
async function isGood({ tab }: RealRun, token: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` };
  const path = '/restapi/v1.0/account/~/extension/~';
  const { status } = await tab.fetch(new Request(`${tab.origin}${path}`, { headers }));
  return status === 200;
}

describe.each(['jwt', 'auth-code', 'auth-code-pkce'] as const)(
  '%s by an app without refresh tokens',
  (id) => {
    it('runs to its end, and what would be refreshed is got again', async () => {
      const run = await beginWithout(id);
      const { tab, playground } = run;
      await runUntil(run, 'api');
      expect(valueOf(playground, 'refresh_token')).toBe('');
      expect(playground.steps.value.map(({ definition }) => definition.title)).not.toContain(
        'Refresh before the hour ends',
      );
      await runStep(run);
      const first = valueOf(playground, 'access_token');
      expect(playground.next.value?.label).toBe('Get the next token');
      playground.openStep('refresh');
      await runStep(run);
      await vi.waitFor(() => expect(playground.step.value).toMatchObject({ status: 'done' }));
      expect(playground.step.value.id).toBe('refresh');
      const second = valueOf(playground, 'access_token');
      expect(second).not.toBe(first);
      expect(playground.steps.value.filter(({ settled }) => !settled)).toHaveLength(1);
      playground.openStep('revoke');
      expect(playground.step.value.definition.summary).toContain('its own session');
      await runStep(run);
      expect(playground.steps.value.every(({ settled }) => settled)).toBe(true);
      // What the end says is so: the first session was not revoked.
      expect(playground.flow.end).toContain('The one before continues');
      expect([await isGood(run, first), await isGood(run, second)]).toEqual([true, false]);
      const bodies = tab.requests.map(({ body }) => body);
      expect(bodies.filter((body) => body.includes('grant_type=refresh_token'))).toEqual([]);
      for (const { id: step } of playground.steps.value) {
        playground.openStep(step);
        await settle();
        expect(playground.explanation.value, step).toBeUndefined();
      }
    });
  },
);

describe('an app without refresh tokens', () => {
  it('that is not known is told by the token answer', async () => {
    const run = await beginWithout('jwt');
    const { tab, playground } = run;
    const { fetch } = tab;
    playground.dispose();
    tab.unload();
    // The control API is out of reach; the token endpoint is not.
    tab.fetch = (request) =>
      request.url.includes('/sandbox/api/apps/')
        ? Promise.reject(new TypeError('Failed to fetch'))
        : fetch(request);
    const again = await beginReal(await loadFlow('jwt'), playground.app.value.clientId, tab);
    const title = () => again.playground.steps.value[3]?.definition.title;
    expect(title()).toBe('Refresh before the hour ends');
    await runUntil(again, 'token');
    const secret = playground.app.value.clientSecret ?? '';
    const basic = `Basic ${btoa(`${again.playground.app.value.clientId}:${secret}`)}`;
    again.playground.request.edit('Authorization', basic);
    await runStep(again);
    expect(again.playground.step.value.status).toBe('done');
    expect(title()).toBe('Exchange the JWT again');
    expect(again.playground.steps.value[3]?.definition.summary).toContain(
      'The token answer had no refresh token',
    );
  });

  it('has a refresh flow that logs in again in the place of the refresh, and no refused request', async () => {
    const { tab } = await beginWithout('jwt');
    const run = await beginReal(await loadFlow('refresh-token'), await appWithout('jwt', tab), tab);
    const { playground } = run;
    expect(playground.steps.value.map(({ definition }) => definition.title)).toEqual([
      'Hold an access token',
      'Call the API',
      'Log in again',
      'Call with the new token',
    ]);
    await runUntil(run, 'refresh');
    const first = valueOf(playground, 'access_token');
    expect(playground.step.value.definition.summary).toMatch(/^Issue refresh tokens is off/);
    expect(playground.request.rows.value).toEqual([]);
    await runStep(run);
    expect(valueOf(playground, 'access_token')).not.toBe(first);
    playground.openStep('api-new');
    await runStep(run);
    expect(playground.steps.value.every(({ settled }) => settled)).toBe(true);
    const bodies = tab.requests.map(({ body }) => body);
    expect(bodies.filter((body) => body.includes('grant_type=refresh_token'))).toEqual([]);
    expect(playground.values.all.value.map(({ name }) => name)).toEqual(['access_token']);
  });

  it('is run to the step that signs in again, and that sign-in is the reader’s', async () => {
    const { tab, playground } = await beginWithout('auth-code');
    playground.openStep('refresh');
    await playground.request.runTo(playground.step.value.id);
    expect(playground.steps.value.slice(0, 6).every(({ settled }) => settled)).toBe(true);
    expect(playground.values.all.value.find(({ name }) => name === 'code')?.status).toBe('spent');
    playground.openStep('revoke');
    await playground.request.runTo(playground.step.value.id);
    expect(playground.steps.value.slice(0, 7).every(({ settled }) => settled)).toBe(true);
    expect(tab.requests.filter(({ body }) => body.includes('authorization_code'))).toHaveLength(2);
  });

  it('signs in again on this page, and sends with its secret when it is back', async () => {
    const run = await beginWithout('auth-code');
    const { tab, playground } = run;
    await runUntil(run, 'refresh');
    playground.signIn.setMode('same-page');
    await playground.request.send();
    const state = new URL(tab.navigated[0] ?? '').searchParams.get('state') ?? '';
    tab.unload();
    tab.session.setItem(
      returnedKey,
      `${tab.origin}/callback/?code=none&state=${encodeURIComponent(state)}`,
    );
    const sent = tab.requests.length;
    const again = await beginReal(await loadFlow('auth-code'), 'sandbox-current-web', tab);
    await vi.waitFor(() => expect(again.playground.request.answer.value.kind).toBe('exchange'));
    expect(again.playground.step.value.id).toBe('refresh');
    const token = tab.requests.slice(sent).find(({ url }) => url.endsWith('/oauth/token'));
    expect(token?.headers.get('authorization')).toMatch(/^Basic .+/);
  });
});
