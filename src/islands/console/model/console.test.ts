import { beforeEach, describe, expect, it, vi } from 'vitest';
import { event } from '#islands/sandbox-events/testing/fake-browser.ts';
import { backlogOf } from '#islands/sandbox-events/testing/fake-events.ts';
import { newDraft, settingsOf } from './app-draft.ts';
import type { Console } from './console.ts';
import { makePage, origin } from './testing/make-page.ts';

let page: ReturnType<typeof makePage>;
beforeEach(() => (page = makePage()));

const mine = settingsOf({ ...newDraft(origin), name: 'Mine' });
const idOf = (answer: { kind: string; value?: { clientId: string } }) =>
  answer.value?.clientId ?? '';
const appOf = (console: Console, id: string) => {
  const app = console.apps.value.value?.find(({ clientId }) => clientId === id);
  if (!app) throw new Error(`No app ${id}`);
  return app;
};

describe('the console', () => {
  it('loads what the sandbox has, and opens at the place that the address names', async () => {
    page.goTo('#section=policy&app=sandbox-jwt');
    const console = await page.started();
    expect(console.place.value).toEqual({ section: 'policy', app: 'sandbox-jwt' });
    expect(console.apps.value.value).toHaveLength(11);
    expect(console.users.value.value).toHaveLength(6);
    expect(console.appPolicy.value.value).toEqual(console.policy.value.value);
    console.go({ section: 'clock' });
    expect(page.fragment()).toBe('#section=clock');
  });

  it('says that a link is damaged, and shows the apps', async () => {
    page.goTo('#section=nowhere');
    const console = await page.started();
    expect(console.notice.value?.text).toContain('does not know the part');
    expect(console.place.value).toEqual({ section: 'apps' });
  });

  it('says that nobody answers, keeps what it had, and loads again', async () => {
    page.stop();
    const console = await page.started();
    expect(console.unreachable.value).toEqual({ kind: 'unreachable', why: 'no-answer' });
    page.restart();
    await console.retry();
    expect(console.unreachable.value).toBeUndefined();
    page.stop();
    await console.retry();
    expect(console.apps.value.value).toHaveLength(11);
    expect(console.unreachable.value).toBeDefined();
  });
});

describe('an app of the reader’s', () => {
  it('is made again after a restart, under the same id and secret', async () => {
    const before = await page.started();
    const made = await before.create(mine);
    const { clientId, clientSecret } = appOf(before, idOf(made));
    await before.update(appOf(before, clientId), { name: 'Renamed' });
    page.restart();
    page.tell({ kind: 'state', state: { kind: 'lost', since: 0 } });
    page.tell({ kind: 'state', state: { kind: 'open' } });
    await vi.waitFor(() => expect(before.missing.value?.apps).toHaveLength(1));
    await before.makeMissing();
    expect(appOf(before, clientId)).toMatchObject({ name: 'Renamed', clientSecret });
    expect(before.missing.value).toBeUndefined();

    // A reload of the tab remembers it too.
    page.restart();
    const after = await page.started();
    expect(after.missing.value?.apps.map((app) => app.clientId)).toEqual([clientId]);
    after.forgetMissing();
    expect((await page.started()).missing.value).toBeUndefined();
  });

  it('is deleted and brought back with its own policy; without a trace if it is not', async () => {
    const console = await page.started();
    const clientId = idOf(await console.create(mine));
    const app = appOf(console, clientId);
    await console.setPolicy({ codeLifetimeSeconds: 5 }, clientId);
    await console.remove(app);
    expect(console.apps.value.value).toHaveLength(11);
    await console.notice.value?.action?.run();
    expect(appOf(console, clientId)).toMatchObject({ clientSecret: app.clientSecret });
    console.go({ section: 'policy', app: clientId });
    await vi.waitFor(() => expect(console.appPolicy.value.value?.codeLifetimeSeconds).toBe(5));
    await console.remove(appOf(console, clientId));
    page.restart();
    expect((await page.started()).missing.value).toBeUndefined();
  });

  it('gets a new secret, which is the one that is remembered', async () => {
    const console = await page.started();
    const clientId = idOf(await console.create(mine));
    await console.renewSecret(appOf(console, clientId));
    const { clientSecret } = appOf(console, clientId);
    page.restart();
    const after = await page.started();
    expect(after.missing.value?.apps[0]?.clientSecret).toBe(clientSecret);
  });

  it('that the sandbox refuses is not kept, and its issues come back', async () => {
    const console = await page.started();
    const answer = await console.create({ ...mine, name: '' });
    expect(answer).toMatchObject({ kind: 'refused', issues: [{ path: 'name' }] });
    expect(console.apps.value.value).toHaveLength(11);
  });

  it('a demo app is not one: it is not remembered when it is edited or brought back', async () => {
    const console = await page.started();
    const demo = appOf(console, 'sandbox-jwt');
    await console.update(demo, { name: 'Edited' });
    await console.remove(appOf(console, 'sandbox-jwt'));
    await console.notice.value?.action?.run();
    expect(appOf(console, 'sandbox-jwt').name).toBe('Edited');
    page.restart();
    expect((await page.started()).missing.value).toBeUndefined();
  });
});

describe('what steers the sandbox', () => {
  it('the clock and the policy go through the control API, and a reset takes both back', async () => {
    const console = await page.started();
    await console.moveClock(3600);
    await console.setPolicy({ preset: 'strict' });
    expect(console.now()).toBe(1_700_003_600_000);
    expect(console.policy.value.value?.pkce).toBe('public');
    expect(page.asked).toEqual(
      expect.arrayContaining(['PUT /sandbox/api/clock', 'PUT /sandbox/api/policy']),
    );
    await console.reset();
    expect(console.clock.value.value).toEqual({ offsetSeconds: 0 });
    expect(console.policy.value.value?.pkce).toBe('optional');
  });

  it('the clock follows what another page does to it', async () => {
    const console = await page.started();
    page.moveClock(60);
    expect(console.now()).toBe(1_700_000_060_000);
  });

  it('says what is out of range, and shows what is in force', async () => {
    const console = await page.started();
    await console.setPolicy({ codeLifetimeSeconds: -1 });
    expect(console.notice.value).toMatchObject({
      tone: 'refused',
      text: expect.stringContaining('0'),
    });
    expect(console.policy.value.value?.codeLifetimeSeconds).toBe(60);
  });

  it('one app follows the general policy again', async () => {
    page.goTo('#section=policy&app=sandbox-jwt');
    const console = await page.started();
    await console.setPolicy({ iss: true }, 'sandbox-jwt');
    expect(console.appPolicy.value.value?.iss).toBe(true);
    expect(console.policy.value.value?.iss).toBe(false);
    await console.clearOverrides('sandbox-jwt');
    expect(console.appPolicy.value.value?.iss).toBe(false);
  });
});

describe('what is nearly full', () => {
  it('is said from four fifths on, with what to do, and no more once that is done', async () => {
    const console = await page.started();
    expect(console.nearlyFull.value).toEqual([]);
    for (let n = 11; n < 399; n += 1) await page.api().createApp(mine);
    expect(console.nearlyFull.value).toEqual([]);
    const made = await console.create(mine);
    await vi.waitFor(() =>
      expect(console.nearlyFull.value).toEqual([
        {
          name: 'apps',
          text: 'The sandbox keeps 400 of at most 500 apps. When they are full, one more is refused. Delete apps that nobody needs, or reset the sandbox.',
        },
      ]),
    );
    await console.remove(appOf(console, idOf(made)));
    await vi.waitFor(() => expect(console.nearlyFull.value).toEqual([]));
  });
});

describe('what happens meanwhile', () => {
  it('requests come into the list, and a token request has the sessions looked at again', async () => {
    const console = await page.started();
    const before = page.asked.length;
    page.tell({ kind: 'backlog', ...backlogOf(1, 8) });
    page.tell({ kind: 'events', events: [event(9), event(10)] });
    const { requests } = console;
    expect([requests.rows.value.length, requests.folded.value]).toEqual([2, 8]);
    await vi.waitFor(() => expect(page.asked.length).toBeGreaterThan(before));
    expect(page.asked.slice(before)).toEqual(['GET /sandbox/api/sessions']);
    requests.pause();
    page.tell({ kind: 'events', events: [event(11)] });
    expect(requests.drawn.value).toHaveLength(2);
    requests.follow();
    expect(requests.drawn.value).toHaveLength(3);
    requests.clear();
    expect(requests.drawn.value).toHaveLength(0);
  });

  it('lists the requests of the app that is chosen, and leaves out strangers’ where that is wanted', async () => {
    const console = await page.started();
    expect(page.wanted()).toEqual([{}]);
    console.go({ section: 'requests', app: 'sandbox-jwt' });
    expect(page.wanted()).toEqual([{ clientId: 'sandbox-jwt' }]);
    console.setLeaveOutStrangers(true);
    expect(page.leavesOut()).toBe(true);
    expect(page.wanted()).toEqual([{ clientId: 'sandbox-jwt', strangers: 'leave-out' }]);
    console.go({ section: 'policy', app: 'sandbox-jwt' });
    expect(page.wanted()).toEqual([{ strangers: 'leave-out' }]);
  });

  it('a JWT credential is made, listed and revoked', async () => {
    const console = await page.started();
    const made = await console.mintJwt({ extensionNumber: '101' });
    expect(made.kind).toBe('done');
    expect(console.jwts.value.value).toHaveLength(1);
    await console.revokeJwt(console.jwts.value.value?.[0]?.id ?? '');
    expect(console.jwts.value.value).toEqual([]);
  });

  it('a session that is gone already is no mistake of the reader’s', async () => {
    const console = await page.started();
    await console.endSession('gone');
    expect(console.notice.value).toBeUndefined();
    expect(console.announcement.value.text).toBe('That session had ended.');
  });
});
