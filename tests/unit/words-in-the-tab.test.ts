import { parseAst } from 'vite';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { audiences, platformTypes } from '#app-settings/app.ts';
import { rules } from '#app-settings/rules/index.ts';
import { bundleWorker } from '#components/host/bundle-worker.ts';
import { explainRefusal } from '#diagnosis/explain-refusal.ts';
import { wordsOnPages } from '#protocol/errors/words-on-pages.ts';
import { webRandom } from '#protocol/random.ts';
import { createSandbox } from '#sandbox/sandbox.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';
import { runWorker } from '../support/built-worker.ts';

const origin = 'http://localhost:4321';
const authorize = '/restapi/oauth/authorize';
const uri = encodeURIComponent('http://localhost:5000/oauth2callback');
const good = `response_type=code&client_id=sandbox-server-web&redirect_uri=${uri}`;
const challenge = 'code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const form = 'application/x-www-form-urlencoded';

type Ask = (path: string, init?: RequestInit) => Promise<{ status: number; text: string }>;

function asker(answer: (request: Request) => Promise<Response>): Ask {
  return async (path, init) => {
    const response = await answer(new Request(origin + path, { redirect: 'manual', ...init }));
    return { status: response.status, text: await response.text() };
  };
}

let code: string;
beforeAll(async () => {
  code = await bundleWorker();
});
afterEach(() => vi.restoreAllMocks());

const tab = () => asker(runWorker(code, origin));
function node(): Ask {
  const sandbox = createSandbox({
    store: createMemoryStore(),
    clock: { now: () => Date.now() },
    random: webRandom,
  });
  return asker((request) => sandbox.fetch(request, { browser: 'reader' }));
}

/** A page without what is made anew for each: the id of its form. */
const settled = (page: { status: number; text: string }) => ({
  ...page,
  // Nor the addresses that a demo app has registered: one for each name of the site.
  text: page.text
    .replaceAll(/(name="transaction" value=")[^"]*/g, '$1')
    .replaceAll(/<details>[\s\S]*?<\/details>/g, ''),
});

/** Everything that the worker's script says, whatever the minifier made of its quotes. */
function textsIn(script: string): Set<string> {
  const texts = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const { type, value, quasis } = node as Record<string, unknown>;
    if (type === 'Literal' && typeof value === 'string') texts.add(value);
    if (type === 'TemplateLiteral') {
      const parts = quasis as { value: { cooked: string } }[];
      if (parts.length === 1) texts.add(parts[0]?.value.cooked ?? '');
    }
    Object.values(node).forEach(walk);
  };
  walk(parseAst(script));
  return texts;
}

/** Requests that a page answers, each with the code that it names; none where nothing is refused. */
const pages: Record<string, [code: string | undefined, path: string, init?: RequestInit]> = {
  'the sign-in': [undefined, `${authorize}?${good}`],
  'no client_id': ['OAU-153', `${authorize}?response_type=code`],
  'an unknown app': ['OAU-153', `${authorize}?response_type=code&client_id=nobody`],
  'client_id twice': ['OAU-111', `${authorize}?${good}&client_id=sandbox-server-web`],
  'redirect_uri twice': ['OAU-111', `${authorize}?${good}&redirect_uri=x`],
  'another path': ['OAU-109', `${authorize}?${good.replace('oauth2callback', 'other')}`],
  'a slash more': ['OAU-109', `${authorize}?${good}%2F`],
  'a tail': ['OAU-109', `${authorize}?${good}.evil`],
  'another loopback name': ['OAU-109', `${authorize}?${good.replace('localhost', '127.0.0.1')}`],
  'another port': ['OAU-109', `${authorize}?${good.replace('5000', '5001')}`],
  'a lookalike': ['OAU-109', `${authorize}?${good.replace('localhost', 'localhost.evil')}`],
  'what cannot be seen': ['OAU-109', `${authorize}?${good}%09%E2%80%8B`],
  'a fragment': ['SANDBOX-AUTHORIZE-7', `${authorize}?${good}%23part`],
  'no redirect_uri': [
    'SANDBOX-AUTHORIZE-6',
    `${authorize}?response_type=code&client_id=sandbox-server-web`,
  ],
  'an app without one': [
    'OAU-113',
    `${authorize}?response_type=code&client_id=sandbox-server-only`,
  ],
  'a percent sign': ['SANDBOX-REQUEST-1', `${authorize}?${good}&state=%`],
  'a method': ['SANDBOX-REQUEST-3', `${authorize}/consent`],
  'a media type': [
    'SANDBOX-REQUEST-7',
    authorize,
    { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
  ],
  'two slashes': ['SANDBOX-REQUEST-8', `/restapi//oauth/authorize?${good}`],
  'a form that is over': [
    undefined,
    `${authorize}/sign-in`,
    { method: 'POST', body: 'transaction=none', headers: { 'content-type': form } },
  ],
};

describe('what a page says in the tab', () => {
  it('is what it says on Node, whatever is refused', async () => {
    const [inTab, onNode] = [tab(), node()];
    for (const [what, [named, path, init]] of Object.entries(pages)) {
      const page = settled(await inTab(path, init));
      expect(page, what).toEqual(settled(await onNode(path, init)));
      expect(page.text, what).toContain(named === undefined ? '<h1' : `<code>${named}</code>`);
      expect(page.text, what).not.toContain('undefined');
    }
  });

  it('is the same where too many requests came', async () => {
    const [inTab, onNode] = [tab(), node()];
    const init = {
      method: 'PUT',
      body: '{"rateLimit":true}',
      headers: { 'content-type': 'application/json' },
    };
    const limited = async (ask: Ask) => {
      await ask('/sandbox/api/policy', init);
      for (let index = 0; index < 5; index += 1) await ask(`${authorize}?${good}`);
      const page = await ask(`${authorize}?${good}`);
      await ask('/sandbox/api/reset', { ...init, method: 'POST', body: '{}' });
      return page;
    };
    const page = await limited(inTab);
    expect(page.status).toBe(429);
    expect(page).toEqual(await limited(onNode));
    expect(page.text).toContain('<code>CMN-301</code>');
  });

  it('is the same for every kind of app without a redirect URI, by the rule that forbids it one', async () => {
    const [inTab, onNode] = [tab(), node()];
    const said = new Set<string>();
    const shared = { name: 'One', redirectUris: [], scopes: ['ReadAccounts'] };
    const kinds = [
      ...audiences.flatMap((audience) =>
        platformTypes.map((platformType) => ({ portal: 'classic', audience, platformType })),
      ),
      ...[['jwt'], ['password'], ['jwt', 'password']].map((methods) => ({
        portal: 'current',
        audience: 'private',
        methods,
      })),
    ];
    for (const [index, kind] of kinds.entries()) {
      const clientId = `kind-${index}`;
      const body = JSON.stringify({ ...shared, ...kind, clientId });
      const headers = { 'content-type': 'application/json' };
      const made = await inTab('/sandbox/api/apps', { method: 'POST', body, headers });
      const other = await onNode('/sandbox/api/apps', { method: 'POST', body, headers });
      expect(made.status, body).toBe(other.status);
      if (made.status !== 201) continue;
      for (const asked of ['code', `code&${challenge}`, 'token']) {
        const path = `${authorize}?client_id=${clientId}&response_type=${asked}`;
        const page = await inTab(path);
        expect(page, `${body} ${asked}`).toEqual(await onNode(path));
        for (const { id, words } of rules) if (page.text.includes(words)) said.add(id);
      }
    }
    console.log(`pages of ${kinds.length} kinds of app say ${[...said].sort().join(', ')}`);
    expect(said.size).toBeGreaterThan(1);
  });

  it.each([
    ['SANDBOX-STORE-1', 'QuotaExceededError'],
    ['SANDBOX-STORE-2', 'SecurityError'],
    ['SANDBOX-STORE-3', 'VersionError'],
  ] as const)('has the words of %s where the browser cannot store: %s', async (named, name) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', name);
    });
    const { status, text } = await tab()(`${authorize}?${good}`);
    const { title, why, fix = '' } = explainRefusal({ code: named, rule: 'SANDBOX-STORE' });
    expect(status).toBe(503);
    for (const words of [title, why, fix]) expect(text).toContain(words);
  });
});

describe('the worker’s own text', () => {
  // Where a rule was read is told by the pages alone (decision 152): the tests above compare all that
  // the tab says with what Node says.
  it('has the words of every rule, letter for letter, and no source', () => {
    const texts = textsIn(code);
    for (const { id, words, source } of rules) {
      expect(texts, id).toContain(words);
      expect(source.filter(({ label }) => texts.has(label))).toEqual([]);
    }
  });

  it('has the words of every error that a page shows, letter for letter', () => {
    const texts = textsIn(code);
    const words = Object.values(wordsOnPages).flatMap(({ when, cause, fix }) => [when, cause, fix]);
    expect(words.filter((text) => !texts.has(text))).toEqual([]);
  });
});
