import { describe, expect, it } from 'vitest';
import { authCodePkce } from '#flows/auth-code-pkce.ts';
import { returnedKey, waitingKey } from '#islands/delivery/delivery.ts';
import { keptKey } from '../kept-state.ts';
import { createPlayground } from '../playground.ts';
import { TabStorage, FakeTab } from '../testing/fake-surroundings.ts';
import { begin, comeBack, settle, untilCode, valueOf } from '../testing/walk.ts';

/** A sign-in whose window is still being drawn. */
async function drawing(tab = new FakeTab()) {
  const { playground } = begin(tab);
  await playground.request.send();
  playground.openStep('authorize');
  await playground.request.send();
  return { tab, playground };
}

/** A sign-in that is out, and shown. */
async function waiting(tab = new FakeTab()) {
  const { playground } = await drawing(tab);
  tab.wait(400);
  return { tab, playground };
}

const stateOf = (url = '') => new URL(url).searchParams.get('state') ?? '';

describe('sign-in in a window', () => {
  it('opens before anything is awaited, in the click', async () => {
    const { tab, playground } = begin();
    await playground.request.send();
    playground.openStep('authorize');
    const sent = playground.request.send();
    expect(tab.windows).toHaveLength(1);
    await sent;
    tab.wait(60);
    expect(playground.step.value.id).toBe('sign-in');
    expect(playground.request.answer.value).toMatchObject({ kind: 'waiting', popup: 'open' });
  });

  it('takes an answer that comes before the page shows that it waits', async () => {
    const { tab, playground } = await drawing();
    expect(playground.step.value.id, 'the window is drawn first').toBe('authorize');
    const state = new URL(tab.windows[0]?.url ?? '').searchParams.get('state') ?? '';
    comeBack(tab, { code: 'K', state });
    expect(playground.step.value.id).toBe('return');
    expect(playground.values.transcript.value.exchanges.map(({ step }) => step)).toEqual([
      'authorize',
      'return',
    ]);
  });

  it('is known to be out after a reload, however soon', async () => {
    const { tab } = await drawing();
    tab.unload();
    expect(begin(tab).playground.request.answer.value).toMatchObject({ kind: 'waiting' });
  });

  it('falls back to this page where windows are blocked, and says so on the way back', async () => {
    const tab = new FakeTab();
    tab.popupsBlocked = true;
    await waiting(tab);
    expect(tab.navigated).toHaveLength(1);
    tab.session.setItem(
      returnedKey,
      `${tab.origin}/callback/?code=K&state=${encodeURIComponent(stateOf(tab.navigated[0]))}`,
    );
    const { playground } = begin(tab);
    expect(playground.step.value.id).toBe('return');
    expect(playground.words.notices.value.map(({ kind }) => kind)).toEqual(['popup-blocked']);
  });

  it('on this page came to nothing where the browser shows the page again as it was left', async () => {
    const tab = new FakeTab();
    tab.preferences.setItem('authorization-flows:sign-in-mode', 'same-page');
    const { playground } = await waiting(tab);
    expect(tab.navigated).toHaveLength(1);
    expect(playground.request.answer.value).toMatchObject({ kind: 'waiting', mode: 'same-page' });
    tab.leave();
    for (const comeAgain of tab.returning) comeAgain();
    expect(playground.step.value).toMatchObject({ id: 'authorize' });
    expect(playground.words.notices.value.map(({ kind }) => kind)).toEqual(['came-back']);
  });

  it('in a window goes on where the page is shown again as it was left', async () => {
    const { tab, playground } = await waiting();
    tab.leave();
    for (const comeAgain of tab.returning) comeAgain();
    expect(playground.request.answer.value).toMatchObject({ kind: 'waiting', mode: 'popup' });
    expect(tab.streams.filter(({ open }) => open)).toHaveLength(1);
    comeBack(tab, { code: 'K', state: stateOf(tab.windows[0]?.url) });
    expect(playground.step.value.id).toBe('return');
  });

  it('a closed window is a hint, never the end', async () => {
    const { tab, playground } = await waiting();
    const [window] = tab.windows;
    if (window) window.closed = true;
    tab.pass(1);
    expect(playground.request.answer.value).toMatchObject({
      kind: 'waiting',
      popup: 'seems-closed',
    });
    expect(playground.words.announcement.value.text).toBe(
      'Still waiting, but the sign-in window looks closed.',
    );
    comeBack(tab, { code: 'K', state: stateOf(window?.url) });
    expect(playground.request.answer.value).toMatchObject({ kind: 'redirect', outcome: 'code' });
  });

  it('brings focus and one message when the answer is there', async () => {
    const { tab, playground } = await waiting();
    const { id } = playground.words.announcement.value;
    comeBack(tab, { code: 'K', state: stateOf(tab.windows[0]?.url) });
    expect(playground.signIn.returns.value).toBe(1);
    expect(playground.words.announcement.value).toEqual({
      id: id + 1,
      text: 'Back from the sign-in with a code.',
    });
  });

  it('answers the callback page, once', async () => {
    const { tab } = await waiting();
    const state = stateOf(tab.windows[0]?.url);
    comeBack(tab, { code: 'K', state });
    const received = () =>
      tab.browser.posted.filter((message) => JSON.stringify(message).includes('received'));
    expect(received()).toHaveLength(1);
    comeBack(tab, { code: 'K2', state });
    expect(received()).toHaveLength(1);
  });

  it('goes back to the request when the reader stops waiting', async () => {
    const { tab, playground } = await waiting();
    playground.signIn.cancel();
    expect(playground.step.value.id).toBe('authorize');
    expect(tab.session.getItem(waitingKey)).toBeNull();
  });

  it('a second press has a state and a pair of its own (RFC 7636 section 4.1)', async () => {
    const { tab, playground } = await waiting();
    playground.signIn.cancel();
    await playground.request.send();
    const [first, second] = tab.windows.map(({ url }) => new URL(url).searchParams);
    expect(second?.get('state')).not.toBe(first?.get('state'));
    expect(second?.get('code_challenge')).not.toBe(first?.get('code_challenge'));
    comeBack(tab, { code: 'K', state: second?.get('state') ?? '' });
    expect(playground.request.answer.value).toMatchObject({ state: 'matches' });
  });
});

describe('two tabs', () => {
  it('do not take each other’s callbacks', async () => {
    const one = await waiting();
    const other = await waiting(new FakeTab(one.tab.browser));
    comeBack(one.tab, { code: 'ONE', state: stateOf(one.tab.windows[0]?.url) });
    expect(one.playground.request.answer.value).toMatchObject({
      kind: 'redirect',
      outcome: 'code',
    });
    expect(other.playground.request.answer.value).toMatchObject({ kind: 'waiting' });
    comeBack(other.tab, { code: 'OTHER', state: stateOf(other.tab.windows[0]?.url) });
    expect(other.playground.values.all.value[3]?.value).toBe('OTHER');
  });

  it('a duplicated tab gets an id of its own and leaves the wait to the first', async () => {
    const one = await waiting();
    const copy = new FakeTab(one.tab.browser);
    copy.session = one.tab.session.copy();
    const second = begin(copy);
    await settle();
    // The lock is asked for twice: a reload may find that of the page before it.
    copy.wait(300);
    await settle();
    expect(second.playground.request.answer.value.kind).not.toBe('waiting');
    comeBack(one.tab, { code: 'ONE', state: stateOf(one.tab.windows[0]?.url) });
    expect(one.playground.values.all.value[3]?.value).toBe('ONE');
    expect(second.playground.values.all.value[3]?.status).toBe('awaited');
  });
});

describe('sign-in on this page', () => {
  it('saves, leaves, and goes on when it is back', async () => {
    const tab = new FakeTab();
    const { playground } = begin(tab);
    playground.signIn.setMode('same-page');
    await playground.request.send();
    playground.openStep('authorize');
    playground.request.putIn('scope');
    await playground.request.send();
    expect(tab.windows).toEqual([]);
    expect(JSON.parse(tab.session.getItem(waitingKey) ?? '')).toMatchObject({
      mode: 'same-page',
      returnTo: '/playground/',
    });
    tab.session.setItem(
      returnedKey,
      `${tab.origin}/callback/?code=K&state=${encodeURIComponent(stateOf(tab.navigated[0]))}`,
    );

    tab.unload();
    const again = begin(tab).playground;
    expect(again.signIn.mode.value).toBe('same-page');
    expect(again.request.answer.value).toMatchObject({ kind: 'redirect', state: 'matches' });
    expect(again.signIn.returns.value).toBe(1);
    expect(tab.session.getItem(returnedKey)).toBeNull();
    again.openStep('authorize');
    expect(again.request.editedCount.value).toBe(1);
  });

  it('says when the reader came back without an answer', async () => {
    const tab = new FakeTab();
    const { playground } = begin(tab);
    playground.signIn.setMode('same-page');
    await playground.request.send();
    playground.openStep('authorize');
    await playground.request.send();
    tab.unload();
    const again = begin(tab).playground;
    expect(again.step.value.id).toBe('authorize');
    expect(again.words.notices.value.map(({ kind }) => kind)).toEqual(['came-back']);
  });

  describe('which the reader went Back from', () => {
    async function wentBack() {
      const tab = new FakeTab();
      const { playground } = begin(tab);
      playground.signIn.setMode('same-page');
      await playground.request.send();
      playground.openStep('authorize');
      await playground.request.send();
      tab.unload();
      return { tab, again: begin(tab).playground };
    }
    const forwardAndAllow = (tab: FakeTab): void => {
      expect(JSON.parse(tab.session.getItem(waitingKey) ?? 'null')).toMatchObject({
        mode: 'same-page',
        returnTo: '/playground/',
      });
      const state = encodeURIComponent(stateOf(tab.navigated[0]));
      tab.session.setItem(returnedKey, `${tab.origin}/callback/?code=K&state=${state}`);
    };

    it('is taken up by Forward: the answer has somebody who waits for it', async () => {
      const { tab } = await wentBack();
      tab.unload();
      forwardAndAllow(tab);
      const { playground } = begin(tab);
      expect(playground.step.value.id).toBe('return');
      expect(playground.request.answer.value).toMatchObject({
        kind: 'redirect',
        state: 'matches',
        outcome: 'code',
      });
      expect(playground.words.notices.value).toEqual([]);
      expect(tab.session.getItem(waitingKey)).toBeNull();
    });

    it('is said once: a reload leaves the reader where they are', async () => {
      const { tab, again } = await wentBack();
      again.openStep('prepare');
      tab.unload();
      const reloaded = begin(tab).playground;
      expect(reloaded.step.value.id).toBe('prepare');
      expect(reloaded.words.notices.value).toEqual([]);
    });

    it('brings a state that is nobody’s once the values were made anew', async () => {
      const { tab, again } = await wentBack();
      tab.pass(1);
      again.openStep('prepare');
      await again.request.send();
      tab.unload();
      forwardAndAllow(tab);
      expect(begin(tab).playground.request.answer.value).toMatchObject({
        state: 'differs',
        outcome: 'stopped',
      });
    });

    it('brings its verifier with its code, and leaves the code in hand its own until then', async () => {
      const { tab, playground } = begin();
      await untilCode(tab, playground);
      const challenge = (page: typeof playground) => valueOf(page, 'code_challenge');
      const before = challenge(playground);
      playground.signIn.getFreshCode({ mode: 'same-page' });
      await settle();
      const sent = new URL(tab.navigated[0] ?? '').searchParams.get('code_challenge');
      expect(sent).not.toBe(before);
      tab.unload();
      const { playground: again } = begin(tab);
      expect(challenge(again)).toBe(before);
      expect(valueOf(again, 'code')).toBe('SANDBOX-CODE-1');
      tab.unload();
      forwardAndAllow(tab);
      const { playground: later } = begin(tab);
      expect(valueOf(later, 'code')).toBe('K');
      expect(challenge(later)).toBe(sent);
    });

    it('is over with the next one, and with Start over', async () => {
      const { tab, again } = await wentBack();
      again.values.startOver();
      expect(tab.session.getItem(waitingKey)).toBeNull();
      const { tab: other, again: next } = await wentBack();
      await next.request.send();
      other.wait(400);
      expect(next.words.notices.value).toEqual([]);
      forwardAndAllow(other);
      expect(other.session.getItem(keptKey('auth-code-pkce'))).not.toContain('"left"');
    });
  });

  it('a page shown as it was left takes what a later page of the tab brought', async () => {
    const tab = new FakeTab();
    const { playground: earlier } = begin(tab);
    earlier.signIn.setMode('same-page');
    await earlier.request.send();
    earlier.openStep('authorize');
    await earlier.request.send();
    tab.leave();
    const shownAgain = [...tab.returning];
    const state = encodeURIComponent(stateOf(tab.navigated[0]));
    tab.session.setItem(returnedKey, `${tab.origin}/callback/?code=K&state=${state}`);
    const { playground: later } = begin(tab);
    later.openStep('token');
    tab.leave();

    for (const comeAgain of shownAgain) comeAgain();
    expect(earlier.step.value.id).toBe('token');
    expect(earlier.words.notices.value).toEqual([]);
    expect(earlier.values.all.value[3]).toMatchObject({ name: 'code', value: 'K' });
  });

  it('does not leave when nothing could lead back', async () => {
    const tab = new FakeTab();
    tab.popupsBlocked = true;
    tab.session.broken = new DOMException('no', 'SecurityError');
    const { playground } = await waiting(tab);
    expect(tab.navigated).toEqual([]);
    expect(playground.words.notices.value.map(({ kind }) => kind)).toContain('sign-in-impossible');
  });
});

describe('what the tab keeps', () => {
  it('survives a reload in sessionStorage alone', async () => {
    const tab = new FakeTab();
    const { playground } = begin(tab);
    await untilCode(tab, playground);
    playground.openStep('token');
    playground.request.edit('code_verifier', 'mine');
    tab.unload();
    const again = begin(tab).playground;
    expect(again.step.value.id).toBe('token');
    expect(again.request.rows.value.find(({ name }) => name === 'code_verifier')?.value).toBe(
      'mine',
    );
    expect(again.values.all.value[3]?.value).toBe('SANDBOX-CODE-1');
    expect([...tab.preferences.entries.keys()]).toEqual([]);
  });

  it('is written when the page goes, however soon after a press', async () => {
    const tab = new FakeTab();
    const { playground } = begin(tab);
    await playground.request.send();
    const made = playground.values.all.value[0]?.value;
    const kept = keptKey('auth-code-pkce');
    expect(tab.session.entries.has(kept), 'not while the reader waits').toBe(false);
    tab.unload();
    expect(begin(tab).playground.values.all.value[0]?.value).toBe(made);
    tab.pass(1);
    expect(begin(tab).playground.values.all.value[0]?.value).toBe(made);
  });

  it('goes on waiting for its window after a reload', async () => {
    const { tab } = await waiting();
    tab.unload();
    const again = begin(tab).playground;
    expect(again.request.answer.value).toMatchObject({ kind: 'waiting' });
    comeBack(tab, { code: 'K', state: stateOf(tab.windows[0]?.url) });
    expect(again.request.answer.value).toMatchObject({ kind: 'redirect', state: 'matches' });
  });

  it.each(['not json', '{}', '{"version":1}', '[]'])('starts empty on %s, and says so', (text) => {
    const tab = new FakeTab();
    tab.session.setItem('authorization-flows:playground:auth-code-pkce', text);
    const { playground } = begin(tab);
    expect(playground.step.value.id).toBe('prepare');
    expect(playground.words.notices.value.map(({ kind }) => kind)).toEqual(['storage-corrupt']);
    expect(begin(tab).playground.words.notices.value).toEqual([]);
  });

  it.each([
    ['QuotaExceededError', 'storage-full'],
    ['SecurityError', 'storage-blocked'],
  ])('goes on in memory on a %s', async (name, kind) => {
    const { tab, playground } = begin();
    tab.session.broken = new DOMException('no', name);
    await playground.request.send();
    tab.wait(400);
    expect(playground.step.value.status).toBe('done');
    expect(playground.words.notices.value.map((notice) => notice.kind)).toEqual([kind]);
    await untilCode(tab, playground).catch(() => undefined);
  });

  it('forgets all on demand', async () => {
    const { tab, playground } = begin();
    await untilCode(tab, playground);
    playground.values.forgetAll();
    expect(playground.step.value).toMatchObject({ id: 'prepare', status: 'now' });
    expect(playground.values.all.value.every(({ status }) => status === 'awaited')).toBe(true);
    expect(playground.values.transcript.value.exchanges).toEqual([]);
    tab.wait(1000);
    expect(JSON.stringify([...tab.session.entries])).not.toContain('SANDBOX-CODE');
    expect(tab.session.entries.has(keptKey('auth-code-pkce'))).toBe(false);
  });

  it('renders the same first state before it starts', () => {
    const tab = new FakeTab();
    tab.session = new TabStorage();
    const playground = createPlayground(tab, authCodePkce);
    expect(playground.ready.value).toBe(false);
    expect(playground.step.value.id).toBe('prepare');
    expect(playground.app.value.redirectUri).toBe('http://localhost:4321/callback/');
  });
});
