import { describe, expect, it } from 'vitest';
import type { News } from '#islands/sandbox-events/sandbox-events.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { FakeTab } from '../testing/fake-surroundings.ts';
import { begin, comeBack, explained } from '../testing/walk.ts';

async function waiting(edit?: (playground: ReturnType<typeof begin>['playground']) => void) {
  const { tab, playground } = begin();
  await playground.request.send();
  playground.openStep('authorize');
  edit?.(playground);
  await playground.request.send();
  tab.wait(400);
  const url = tab.windows[0]?.url ?? '';
  const stream = tab.streams[0];
  const event = (change: Partial<Exchange>): Exchange => ({
    id: 'event-1',
    from: 'browser',
    to: 'authorization-server',
    startedAt: tab.time,
    transactionId: 'T1',
    request: { method: 'GET', url, headers: [] },
    response: { status: 200, headers: [] },
    ...change,
  });
  return { tab, playground, url, stream, event };
}

describe('what the sandbox tells of the sign-in', () => {
  it('is listened to only while waiting', async () => {
    const tab = new FakeTab();
    const { playground } = begin(tab);
    expect(tab.streams).toEqual([]);
    await playground.request.send();
    playground.openStep('authorize');
    await playground.request.send();
    expect(tab.streams, 'the window is drawn first').toEqual([]);
    tab.wait(400);
    expect(tab.streams[0]).toMatchObject({
      wanted: { clientId: 'sandbox-browser', strangers: 'leave-out' },
      open: true,
    });
    comeBack(tab, {
      code: 'K',
      state: new URL(tab.windows[0]?.url ?? '').searchParams.get('state') ?? '',
    });
    tab.pass(2);
    expect(tab.streams[0]?.open).toBe(false);
  });

  it('waits for a stream that was lost while the form was sent, and hears of the form', async () => {
    const { tab, playground, url, stream, event } = await waiting();
    const told = (kind: 'open' | 'lost'): News => ({
      kind: 'state',
      state: kind === 'open' ? { kind } : { kind, since: tab.time },
    });
    stream?.hear(told('open'));
    stream?.tell('1', event({}));
    stream?.hear(told('lost'));
    comeBack(tab, { code: 'K', state: new URL(url).searchParams.get('state') ?? '' });
    tab.wait(3000);
    stream?.hear(told('open'));
    tab.wait(1100);
    const request = {
      method: 'POST',
      url: `${tab.origin}/restapi/oauth/authorize/consent`,
      headers: [],
    };
    stream?.tell('2', event({ id: 'event-2', request, response: { status: 303, headers: [] } }));
    tab.wait(2000);
    expect(stream?.open).toBe(false);
    const rows = playground.values.transcript.value.exchanges.map(({ step, request: { method } }) =>
      [step, method].join(),
    );
    expect(rows).toEqual(['authorize,GET', 'sign-in,POST', 'return,GET']);
  });

  it('waits a minute for a stream that stays lost, and no longer', async () => {
    const { tab, url, stream } = await waiting();
    stream?.hear({ kind: 'state', state: { kind: 'lost', since: tab.time } });
    comeBack(tab, { code: 'K', state: new URL(url).searchParams.get('state') ?? '' });
    for (let round = 0; round < 29; round += 1) tab.wait(2000);
    expect(stream?.open).toBe(true);
    for (let round = 0; round < 3; round += 1) tab.wait(2000);
    expect(stream?.open).toBe(false);
  });

  it('fills in the answer and the forms of this sign-in, once each, and no other’s', async () => {
    const { tab, playground, url, stream, event } = await waiting();
    const form: Partial<Exchange> = {
      request: {
        method: 'POST',
        url: `${tab.origin}/restapi/oauth/authorize/sign-in`,
        headers: [],
      },
      response: { status: 303, headers: [] },
    };
    stream?.tell(
      '1',
      event({
        id: 'other',
        transactionId: 'T0',
        request: { method: 'GET', url: url.replace(/state=[^&]*/, 'state=other'), headers: [] },
      }),
    );
    stream?.tell('2', event({ durationMs: 14 }));
    stream?.tell('2', event({ durationMs: 14 }));
    stream?.tell('3', event({ ...form, id: 'event-2' }));
    stream?.tell('4', event({ ...form, id: 'event-3', transactionId: 'T0' }));
    comeBack(tab, { code: 'K', state: new URL(url).searchParams.get('state') ?? '' });
    stream?.tell('5', event({ ...form, id: 'event-4' }));
    tab.wait(400);
    const rows = playground.values.transcript.value.exchanges.map(({ step, response }) => [
      step,
      response?.status,
    ]);
    expect(rows).toEqual([
      ['authorize', 200],
      ['sign-in', 303],
      ['sign-in', 303],
      ['return', 200],
    ]);
  });

  it('tells a refusal that was shown on this page, once the reader is back from it', async () => {
    const tab = new FakeTab();
    const { playground } = begin(tab);
    playground.signIn.setMode('same-page');
    await playground.request.send();
    playground.openStep('authorize');
    playground.request.edit('redirect_uri', 'http://localhost:4321/callback');
    await playground.request.send();
    tab.unload();
    const again = begin(tab).playground;
    expect(again.words.notices.value.map(({ kind }) => kind)).toEqual(['came-back']);
    tab.streams.at(-1)?.tell('1', {
      id: 'event-1',
      from: 'browser',
      to: 'authorization-server',
      startedAt: tab.time,
      transactionId: 'T1',
      request: { method: 'GET', url: tab.navigated[0] ?? '', headers: [] },
      response: { status: 400, headers: [] },
      rule: 'AS-028',
    });
    expect(again.step.value).toMatchObject({ id: 'authorize', status: 'refused' });
    expect((await explained(again)).title).toBe('redirect_uri is not the registered one');
    expect(again.words.notices.value).toEqual([]);
    tab.wait(2000);
    expect(tab.streams.at(-1)?.open).toBe(false);
  });

  it('listens a moment where the reader came back from a sign-in, and to the end of it alone', async () => {
    const { tab, playground } = begin();
    playground.signIn.setMode('same-page');
    await playground.request.send();
    playground.openStep('authorize');
    await playground.request.send();
    tab.unload();
    const again = begin(tab).playground;
    tab.wait(2000);
    expect(tab.streams.at(-1)?.open).toBe(false);
    expect(again.words.notices.value.map(({ kind }) => kind)).toEqual(['came-back']);
  });

  it('shows a refusal that did not redirect, and explains the redirect URI', async () => {
    const { playground, stream, event } = await waiting((open) =>
      open.request.edit('redirect_uri', 'http://localhost:4321/callback'),
    );
    stream?.tell('1', event({ response: { status: 400, headers: [] }, rule: 'AS-028' }));
    expect(playground.step.value).toMatchObject({ id: 'authorize', status: 'refused' });
    expect(playground.words.announcement.value.text).toContain('did not redirect');
    const explanation = await explained(playground);
    expect(explanation).toMatchObject({
      title: 'redirect_uri is not the registered one',
      claims: [{ certainty: 'certain' }],
      actions: [
        {
          action: {
            kind: 'edit',
            step: 'authorize',
            value: 'http://localhost:4321/callback/',
            send: true,
          },
        },
      ],
    });
    expect(explanation.why).toContain('no slash at the end');
  });

  it('hints that an unknown app gets no redirect', async () => {
    const { playground } = await waiting((open) => open.request.edit('client_id', 'nobody'));
    expect(playground.request.answer.value).toMatchObject({
      kind: 'waiting',
      hint: expect.stringContaining('client id') as string,
    });
  });

  it('takes only what is newer after a reload, and all of a sandbox that was started again', async () => {
    const { tab, stream, event } = await waiting();
    stream?.tell('7', event({}));
    const reload = () => {
      tab.unload();
      return begin(tab).playground;
    };
    const backlog = (id: string, exchange: Exchange): News => ({
      kind: 'backlog',
      events: [{ id, exchange }],
      lastEventId: id,
      earlier: 0,
    });
    const form = event({ id: 'form', request: { method: 'POST', url: tab.origin, headers: [] } });
    const again = reload();
    tab.streams.at(-1)?.hear(backlog('7', form));
    tab.wait(400);
    expect(again.values.transcript.value.exchanges).toHaveLength(1);
    tab.streams.at(-1)?.tell('8', form);
    tab.wait(400);
    expect(again.values.transcript.value.exchanges).toHaveLength(2);
    const anew = reload();
    tab.streams.at(-1)?.hear(backlog('3', { ...form, id: 'another' }));
    tab.wait(400);
    expect(anew.values.transcript.value.exchanges).toHaveLength(3);
  });

  it('keeps the numbers of its own app alone: all apps’ say nothing of what it was told', async () => {
    const { tab, playground, stream, event } = await waiting((open) =>
      open.request.edit('client_id', 'nobody'),
    );
    expect(stream?.wanted).toEqual({ strangers: 'leave-out' });
    stream?.tell(
      '900',
      event({ id: 'another-app', request: { method: 'GET', url: tab.origin, headers: [] } }),
    );
    playground.signIn.cancel();
    playground.request.restore('client_id');
    await playground.request.send();
    tab.wait(400);
    const url = tab.windows.at(-1)?.url ?? '';
    tab.streams
      .at(-1)
      ?.tell(
        '7',
        event({ id: 'own', request: { method: 'GET', url, headers: [] }, durationMs: 14 }),
      );
    tab.wait(400);
    expect(playground.values.transcript.value.exchanges.at(-1)).toMatchObject({
      transactionId: 'T1',
    });
  });

  it('does not take an answer for that of the same request sent again', async () => {
    const { tab, playground, stream, event } = await waiting((open) => {
      open.request.edit('client_id', 'nobody');
      open.request.leaveOut('state');
      open.request.leaveOut('code_challenge');
    });
    const refused = event({ response: { status: 400, headers: [] }, rule: 'AS-026' });
    stream?.tell('1', refused);
    expect(playground.step.value.status).toBe('refused');
    await playground.request.send();
    tab.wait(400);
    expect(tab.windows.at(-1)?.url).toBe(tab.windows[0]?.url);
    // A later listener is told what was there.
    tab.streams.at(-1)?.tell('1', refused);
    expect(playground.request.answer.value).toMatchObject({ kind: 'waiting' });
    tab.streams.at(-1)?.tell('2', { ...refused, id: 'event-2' });
    expect(playground.step.value.status).toBe('refused');
  });
});
