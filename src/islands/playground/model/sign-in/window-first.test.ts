import { describe, expect, it } from 'vitest';
import type { Exchange } from '#protocol/exchange.ts';
import { keptKey } from '../kept-state.ts';
import { begin, comeBack } from '../testing/walk.ts';

/** A sign-in whose window opened in this moment (decision 043). */
async function opened() {
  const { tab, playground } = begin();
  await playground.request.send();
  playground.openStep('authorize');
  await playground.request.send();
  const url = tab.windows[0]?.url ?? '';
  const state = new URL(url).searchParams.get('state') ?? '';
  const told = (change: Partial<Exchange>): Exchange => ({
    id: 'event',
    from: 'browser',
    to: 'authorization-server',
    startedAt: tab.time,
    transactionId: 'T1',
    request: { method: 'GET', url, headers: [] },
    response: { status: 200, headers: [] },
    ...change,
  });
  const form = (id: string) =>
    told({ id, request: { method: 'POST', url: tab.origin, headers: [] } });
  const statuses = () =>
    playground.values.transcript.value.exchanges.map(({ step, response }) => [
      step,
      response?.status,
    ]);
  return { tab, playground, state, told, form, statuses };
}

describe('the sign-in window comes first', () => {
  it('the page shows that it waits after 60 ms', async () => {
    const { tab, playground, statuses } = await opened();
    tab.wait(59);
    expect(playground.step.value.id).toBe('authorize');
    expect(statuses()).toEqual([]);
    tab.wait(1);
    expect(playground.step.value.id).toBe('sign-in');
    expect(playground.request.answer.value).toMatchObject({ kind: 'waiting' });
    expect(playground.words.announcement.value.text).toContain('window is open');
  });

  it('the sandbox is listened to after 400 ms', async () => {
    const { tab } = await opened();
    tab.wait(399);
    expect(tab.streams).toHaveLength(0);
    tab.wait(1);
    expect(tab.streams).toHaveLength(1);
  });

  it('what the sandbox tells is drawn 400 ms later, all at once', async () => {
    const { tab, statuses, told, form } = await opened();
    tab.wait(400);
    const [stream] = tab.streams;
    stream?.tell('1', told({}));
    tab.wait(200);
    stream?.tell('2', form('sign-in'));
    tab.wait(199);
    expect(statuses()).toEqual([['authorize', undefined]]);
    tab.wait(1);
    expect(statuses()).toEqual([
      ['authorize', 200],
      ['sign-in', 200],
    ]);
  });

  it('the tab keeps it after 400 ms, in one write', async () => {
    const { tab, playground } = begin();
    const writes: string[] = [];
    const { setItem } = tab.session;
    tab.session.setItem = (key, value) => {
      if (key === keptKey('auth-code-pkce')) writes.push(value);
      setItem.call(tab.session, key, value);
    };
    await playground.request.send();
    tab.wait(399);
    expect(writes).toHaveLength(0);
    tab.wait(1);
    expect(writes).toHaveLength(1);
    expect(writes[0]).toContain('code_verifier');
  });
});

describe('whoever acts sees what was put off', () => {
  it('a second press finds the window: it opens no other and makes no new state', async () => {
    const { tab, playground, state } = await opened();
    await playground.request.send();
    expect(tab.windows).toHaveLength(1);
    expect(playground.step.value.id).toBe('sign-in');
    comeBack(tab, { code: 'K', state });
    expect(playground.request.answer.value).toMatchObject({ state: 'matches' });
  });

  it('an answer within the 60 ms is taken, and nothing is shown of a wait afterwards', async () => {
    const { tab, playground, state } = await opened();
    comeBack(tab, { code: 'K', state });
    expect(playground.step.value.id).toBe('return');
    tab.wait(5000);
    expect(playground.step.value.id).toBe('return');
    expect(playground.words.announcement.value.text).toBe('Back from the sign-in with a code.');
  });

  it('what was told stands before the redirect that followed it', async () => {
    const { tab, state, statuses, told, form } = await opened();
    tab.wait(400);
    tab.streams[0]?.tell('1', told({}));
    tab.streams[0]?.tell('2', form('consent'));
    comeBack(tab, { code: 'K', state });
    expect(statuses()).toEqual([
      ['authorize', 200],
      ['sign-in', 200],
      ['return', 200],
    ]);
  });

  it('a refusal that is told is shown at once, with the request that it refused', async () => {
    const { tab, playground, statuses, told } = await opened();
    tab.wait(400);
    tab.streams[0]?.tell('1', told({ response: { status: 400, headers: [] } }));
    expect(playground.step.value).toMatchObject({ id: 'authorize', status: 'refused' });
    expect(statuses()).toEqual([['authorize', 400]]);
  });

  it('a reader who stops waiting within the 60 ms goes on waiting for nothing', async () => {
    const { tab, playground } = await opened();
    playground.signIn.cancel();
    tab.wait(60);
    expect(playground.step.value.id).toBe('authorize');
    expect(playground.request.answer.value.kind).toBe('exchange');
  });
});

describe('listening to the sandbox ends', () => {
  it('two seconds after the redirect: the last form may be told after it', async () => {
    const { tab, state, statuses, told, form } = await opened();
    tab.wait(400);
    tab.streams[0]?.tell('1', told({}));
    comeBack(tab, { code: 'K', state });
    tab.wait(1999);
    tab.streams[0]?.tell('2', form('consent'));
    tab.wait(1);
    expect(tab.streams[0]?.open).toBe(false);
    tab.wait(400);
    expect(statuses()).toEqual([
      ['authorize', 200],
      ['sign-in', 200],
      ['return', 200],
    ]);
  });

  it('also where the redirect was there before the stream: it is opened, and told what it missed', async () => {
    const { tab, state } = await opened();
    comeBack(tab, { code: 'K', state });
    tab.wait(400);
    expect(tab.streams.map(({ open }) => open)).toEqual([true]);
    tab.wait(2000);
    expect(tab.streams.map(({ open }) => open)).toEqual([false]);
  });

  it('with the page: a stream that was to be opened is not', async () => {
    const { tab, playground } = await opened();
    playground.dispose();
    tab.wait(5000);
    expect(tab.streams).toHaveLength(0);
  });

  it('with a start over: nothing that was told comes back', async () => {
    const { tab, playground, told, statuses } = await opened();
    tab.wait(400);
    tab.streams[0]?.tell('1', told({}));
    playground.values.startOver();
    tab.wait(5000);
    expect(statuses()).toEqual([]);
    expect(tab.streams[0]?.open).toBe(false);
  });

  it('with a second sign-in: one stream at a time', async () => {
    const { tab, playground } = await opened();
    playground.signIn.cancel();
    await playground.request.send();
    tab.wait(400);
    expect(tab.streams.filter(({ open }) => open)).toHaveLength(1);
    expect(tab.streams).toHaveLength(1);
  });

  it('and what is left of the one before does not end the next', async () => {
    const { tab, playground } = await opened();
    tab.wait(400);
    playground.signIn.cancel();
    tab.wait(1000);
    await playground.request.send();
    tab.wait(3000);
    expect(tab.streams.map(({ open }) => open)).toEqual([false, true]);
  });

  it('with what was told once: the same event of a later stream is not taken again', async () => {
    const { tab, playground, told, statuses } = await opened();
    tab.wait(400);
    tab.streams[0]?.tell('1', told({ response: { status: 400, headers: [] } }));
    playground.openStep('authorize');
    await playground.request.send();
    tab.wait(400);
    tab.streams.at(-1)?.tell('1', told({ response: { status: 400, headers: [] } }));
    expect(playground.request.answer.value).toMatchObject({ kind: 'waiting' });
    expect(statuses()).toEqual([
      ['authorize', 400],
      ['authorize', undefined],
    ]);
  });
});
