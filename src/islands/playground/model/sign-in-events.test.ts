import { describe, expect, it } from 'vitest';
import type { Exchange } from '#protocol/exchange.ts';
import { FakeTab } from './testing/fake-surroundings.ts';
import { begin, comeBack, explained } from './testing/walk.ts';

async function waiting(edit?: (playground: ReturnType<typeof begin>['playground']) => void) {
  const { tab, playground } = begin();
  await playground.send();
  playground.openStep('authorize');
  edit?.(playground);
  await playground.send();
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
    await playground.send();
    playground.openStep('authorize');
    await playground.send();
    expect(tab.streams[0]).toMatchObject({
      url: 'http://localhost:4321/sandbox/api/events?clientId=sandbox-browser',
      open: true,
    });
    comeBack(tab, {
      code: 'K',
      state: new URL(tab.windows[0]?.url ?? '').searchParams.get('state') ?? '',
    });
    tab.pass(2);
    expect(tab.streams[0]?.open).toBe(false);
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
    stream?.tell('5', { nonsense: true });
    comeBack(tab, { code: 'K', state: new URL(url).searchParams.get('state') ?? '' });
    stream?.tell('6', event({ ...form, id: 'event-4' }));
    const rows = playground.transcript.value.exchanges.map(({ step, response }) => [
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

  it('shows a refusal that did not redirect, and explains the redirect URI', async () => {
    const { playground, stream, event } = await waiting((open) =>
      open.edit('redirect_uri', 'http://localhost:4321/callback'),
    );
    stream?.tell('1', event({ response: { status: 400, headers: [] }, rule: 'AS-028' }));
    expect(playground.step.value).toMatchObject({ id: 'authorize', status: 'refused' });
    expect(playground.announcement.value.text).toContain('did not redirect');
    const explanation = await explained(playground);
    expect(explanation).toMatchObject({
      title: 'redirect_uri is not the registered one',
      certainty: 'certain',
      fixes: [
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
    expect(explanation.sentences[0]).toContain('no slash at the end');
  });

  it('hints that an unknown app gets no redirect', async () => {
    const { playground } = await waiting((open) => open.edit('client_id', 'nobody'));
    expect(playground.answer.value).toMatchObject({
      kind: 'waiting',
      hint: expect.stringContaining('client id') as string,
    });
  });

  it('asks only for what is newer after a reload', async () => {
    const { tab, stream, event } = await waiting();
    stream?.tell('7', event({}));
    tab.browser.locks.clear();
    begin(tab);
    expect(tab.streams.at(-1)?.url).toContain('&lastEventId=7');
  });
});
