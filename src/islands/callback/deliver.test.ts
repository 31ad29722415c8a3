import { describe, expect, it } from 'vitest';
import {
  addressProperty,
  callTabScript,
  clearAddressScript,
  takenProperty,
} from './clear-address.ts';
import { deliver } from './deliver.ts';
import type { CallbackSurroundings } from './deliver.ts';
import { returnedKey, waitingKey, windowNamePrefix } from '#islands/delivery/delivery.ts';
import type { CallbackMessage } from '#islands/delivery/delivery.ts';

const url = 'http://localhost:4321/callback/?code=K&state=S';

interface Stage extends CallbackSurroundings {
  stored: Map<string, string>;
  posted: CallbackMessage[];
  left: string[];
}

/** `answerAt` is the call that the tab answers, from 1; 0 for never. */
function stage(note: unknown, { answerAt = 1, name = '', full = false } = {}): Stage {
  const stored = new Map<string, string>();
  if (note !== undefined) {
    stored.set(waitingKey, typeof note === 'string' ? note : JSON.stringify(note));
  }
  const posted: CallbackMessage[] = [];
  const left: string[] = [];
  return {
    stored,
    posted,
    left,
    session: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => {
        if (full) throw new DOMException('full', 'QuotaExceededError');
        stored.set(key, value);
      },
      removeItem: (key) => void stored.delete(key),
    },
    windowName: name,
    openChannel: () => {
      let hear: (message: unknown) => void = () => undefined;
      return {
        post: (message) => {
          posted.push(message);
          if (posted.length === answerAt) hear({ kind: 'received', tab: message.tab });
        },
        listen: (listener) => {
          hear = listener;
        },
      };
    },
    wait: () => Promise.resolve(),
    replace: (path) => {
      left.push(path);
    },
  };
}

const popup = { tab: 'T', mode: 'popup', returnTo: '/playground/' };
const samePage = { tab: 'T', mode: 'same-page', returnTo: '/flows/auth-code-pkce/' };

describe('the callback page', () => {
  it('clears the address bar and keeps the address in memory, as its first script', () => {
    const cleared: unknown[] = [];
    const page: Record<string, unknown> = {};
    const location = { href: url, pathname: '/callback/' };
    const history = { replaceState: (...words: unknown[]) => cleared.push(words) };
    new Function('window', 'location', 'history', clearAddressScript)(page, location, history);
    expect(page[addressProperty]).toBe(url);
    expect(cleared).toEqual([[null, '', '/callback/']]);
  });

  describe('its second script', () => {
    /** Runs it in a window of that name; `answer` is what the tab that waits would send back. */
    function run(name: string, { address = url, note = JSON.stringify(popup) } = {}) {
      const posted: unknown[] = [];
      const done: string[] = [];
      const page: Record<string, unknown> = { [addressProperty]: address };
      const style = { display: '' };
      class Channel {
        onmessage: (event: { data: unknown }) => void = () => undefined;
        constructor() {
          page['channel'] = this;
        }
        postMessage(message: unknown): void {
          posted.push(message);
        }
      }
      const globals = {
        window: page,
        name,
        sessionStorage: { getItem: () => note },
        document: { documentElement: { style } },
        BroadcastChannel: Channel,
        close: () => done.push('closed'),
      };
      new Function(...Object.keys(globals), callTabScript)(...Object.values(globals));
      const answer = (data: unknown) => (page['channel'] as Channel).onmessage({ data });
      return { posted, done, page, style, answer };
    }

    it('calls the tab at once, draws nothing, and closes when that tab answers', () => {
      const { posted, done, page, style, answer } = run(`${windowNamePrefix}T`);
      expect(posted).toEqual([{ kind: 'callback', tab: 'T', url }]);
      expect(style.display).toBe('none');
      answer({ kind: 'received', tab: 'another' });
      answer({ kind: 'callback', tab: 'T', url });
      answer(null);
      expect(done).toEqual([]);
      answer({ kind: 'received', tab: 'T' });
      expect(done).toEqual(['closed']);
      expect(page[takenProperty]).toBe(true);
    });

    it.each([
      ['a window that no playground opened', '', {}],
      [
        'a sign-in on this page',
        `${windowNamePrefix}T`,
        { note: JSON.stringify({ ...popup, mode: 'same-page' }) },
      ],
      [
        'an address without an answer',
        `${windowNamePrefix}T`,
        { address: 'http://localhost:4321/callback/' },
      ],
    ])('leaves %s to the module', (_what, name, about) => {
      const { posted, style } = run(name, about);
      expect(posted).toEqual([]);
      expect(style.display).toBe('');
    });
  });

  it('hands the address to the tab that opened the window', async () => {
    const at = stage(popup);
    expect(await deliver(url, at)).toEqual({ kind: 'delivered' });
    expect(at.posted).toEqual([{ kind: 'callback', tab: 'T', url }]);
    expect(at.stored.has(returnedKey)).toBe(false);
  });

  it('calls again while the tab that waits may be loading', async () => {
    expect(await deliver(url, stage(popup, { answerAt: 3 }))).toEqual({ kind: 'delivered' });
  });

  it('says that nobody waits when no tab answers', async () => {
    expect(await deliver(url, stage(popup, { answerAt: 0 }))).toEqual({ kind: 'nobody' });
    expect(await deliver(url, stage(undefined))).toEqual({ kind: 'nobody' });
    expect(await deliver(url, stage('not json'))).toEqual({ kind: 'nobody' });
  });

  it('finds the tab by the window’s name where storage is blocked', async () => {
    const at = { ...stage(undefined, { name: `${windowNamePrefix}T` }), session: undefined };
    expect(await deliver(url, at)).toEqual({ kind: 'delivered' });
  });

  it('carries the address back through the tab’s storage after a sign-in on this page', async () => {
    const at = stage(samePage);
    expect(await deliver(url, at)).toEqual({ kind: 'returning' });
    expect(at.stored.get(returnedKey)).toBe(url);
    expect(at.left).toEqual(['/flows/auth-code-pkce/']);
    expect(at.posted).toEqual([]);
  });

  it.each([
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example/',
    '/\t/evil.example/',
    '/\n/evil.example/',
    '\t//evil.example/',
    '/\r\\evil.example/',
    'https://evil.example/',
    'http://site.invalid/',
    'javascript:alert(1)',
    'playground/',
    '//[',
    '',
  ])('never leaves for another site: %j', async (returnTo) => {
    const at = stage({ ...samePage, returnTo });
    expect(await deliver(url, at)).toEqual({ kind: 'nobody' });
    expect(at.left).toEqual([]);
  });

  it.each(['/', '/playground/?flow=auth-code#step', '/a//b/', '/@evil.example/', '/./x/'])(
    'leaves for a page of this site: %j',
    async (returnTo) => {
      const at = stage({ ...samePage, returnTo });
      expect(await deliver(url, at)).toEqual({ kind: 'returning' });
      expect(at.left).toEqual([returnTo]);
    },
  );

  it('says that a full storage cannot carry the answer', async () => {
    expect(await deliver(url, stage(samePage, { full: true }))).toEqual({ kind: 'blocked' });
  });

  it('says that an address without parameters is no answer', async () => {
    expect(await deliver('http://localhost:4321/callback/', stage(popup))).toEqual({
      kind: 'empty',
    });
  });

  it('takes an answer in a fragment', async () => {
    const at = stage(popup);
    await deliver('http://localhost:4321/callback/#error=access_denied', at);
    expect(at.posted[0]).toMatchObject({ url: expect.stringContaining('#error=') as string });
  });
});
