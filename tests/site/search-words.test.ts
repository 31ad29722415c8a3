import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { besideRules } from '#app-settings/rules/beside.ts';
import { rules } from '#app-settings/rules/index.ts';
import { scopes } from '#app-settings/scopes.ts';
import { searchSite, withErrors } from '#components/search/error-hits.ts';
import { namesOfSite } from '#components/search/names-of-site.ts';
import { asked } from '#components/search/asked.ts';
import { terms } from '#components/glossary/terms.ts';
import type { Hit, Pagefind } from '#components/search/pagefind.ts';
import { policyWords } from '#sandbox/policy-words.ts';
import { site } from './built-site.ts';
import { openReader } from './pagefind-reader.ts';

/** The search as a reader has it. Each entry is asked by its name and has to be the first hit or the second. */
let reader: Pagefind;
const counts: Record<string, { asked: number; first: number; second: number }> = {};
beforeAll(async () => {
  reader = await openReader();
}, 60_000);
afterAll(() => {
  vi.unstubAllGlobals();
  for (const [kind, { asked: all, first, second }] of Object.entries(counts)) {
    console.log(`search, ${kind}: ${all} asked, ${first} first, ${second} second`);
  }
});

const firstTwo = (hits: readonly Hit[] = []): string[] => hits.slice(0, 2).map(({ url }) => url);

const names = namesOfSite();
/** What a name or a question means stands before what the index finds, so the index need not be asked. */
const byName = (term: string): string[] => firstTwo(withErrors(term, [], names));
const byIndex = async (term: string): Promise<string[]> => firstTwo(await searchSite(reader, term));

/** Asks each; `wanted` may be a page, or an entry of it. */
async function ask(
  kind: string,
  places: (term: string) => string[] | Promise<string[]>,
  all: readonly (readonly [term: string, wanted: string | readonly string[]])[],
) {
  const missed: string[] = [];
  const count = { asked: all.length, first: 0, second: 0 };
  for (const [term, wanted] of all) {
    const good = [wanted].flat();
    const at = (await places(term)).findIndex((url) =>
      good.some((address) => url === address || url.split('#')[0] === address),
    );
    if (at === 0) count.first += 1;
    else if (at === 1) count.second += 1;
    else missed.push(`${term}: ${(await places(term)).join(' ')}`);
  }
  counts[kind] = count;
  expect(missed).toEqual([]);
}

describe('the search finds, first or second', { timeout: 240_000 }, () => {
  test('each rule', () =>
    ask(
      'rules',
      byName,
      [...rules, ...besideRules].map(({ id }) => [
        id,
        `/reference/app-settings/#${id.toLowerCase()}`,
      ]),
    ));

  test('each scope', () =>
    ask(
      'scopes',
      byName,
      scopes.map(({ name }) => [name, `/reference/scopes/#${name.toLowerCase()}`]),
    ));

  test('each term of the glossary', () =>
    ask(
      'terms',
      byName,
      terms.flatMap(({ name, id }) =>
        name.split(', ').map((one) => [one, `/reference/glossary/#${id}`] as const),
      ),
    ));

  test('each field of the policy', () =>
    ask(
      'policy',
      byName,
      Object.keys(policyWords).map((field) => [
        field,
        `/reference/control-api/#policy-${field.toLowerCase()}`,
      ]),
    ));

  test('each parameter', () => {
    const flows = (...names: string[]) => [
      '/reference/endpoints/',
      ...names.map((name) => `/flows/${name}/`),
    ];
    return ask('parameters', byIndex, [
      ['response_type', flows('implicit', 'auth-code')],
      ['client_id', flows('auth-code-pkce', 'auth-code')],
      ['redirect_uri', flows('auth-code-pkce', 'auth-code')],
      ['code_challenge', flows('auth-code-pkce')],
      ['code_challenge_method', flows('auth-code-pkce')],
      ['code_verifier', flows('auth-code-pkce')],
      ['grant_type', flows('auth-code-pkce')],
      ['assertion', flows('jwt')],
      ['refresh_token', flows('refresh-token')],
      ['access_token_ttl', flows('refresh-token')],
      ['refresh_token_ttl', flows('refresh-token')],
      ['endpoint_id', flows('implicit', 'refresh-token')],
      ['brand_id', flows('implicit', 'auth-code')],
      ['ui_locales', flows('implicit', 'auth-code')],
      ['prompt', flows('auth-code')],
      ['login_hint', flows('auth-code')],
      ['nonce', flows('auth-code')],
      ['token_type_hint', flows('revocation', 'implicit')],
      ['Retry-After', '/guides/rate-limits-and-retries/'],
      ['X-Rate-Limit-Remaining', '/guides/rate-limits-and-retries/'],
    ]);
  });

  test('each setting by the words of its page', () =>
    ask('settings', byIndex, [
      ['Issue refresh tokens', ['/flows/refresh-token/', '/reference/app-settings/']],
      ['Server/Web', ['/reference/app-settings/', '/flows/password/']],
      ['Browser-based', ['/reference/app-settings/']],
      ['platform type', ['/reference/app-settings/', '/reference/glossary/']],
      ['3-legged OAuth', ['/guides/create-an-app/', '/reference/app-settings/']],
      ['private app', ['/guides/create-an-app/', '/reference/app-settings/']],
      ['public app', ['/guides/create-an-app/', '/reference/app-settings/']],
    ]));

  test('each question that has its place', () =>
    ask(
      'questions',
      byName,
      asked.flatMap(({ url, asked: ways }) => ways.map((way) => [way, url] as const)),
    ));

  // Other words than those of the table.
  test('plain words', () =>
    ask('plain words', byIndex, [
      ['app registered in another environment', '/reference/errors/'],
      ['the app is registered in an other environment', '/reference/errors/'],
      ['my client secret is wrong', '/reference/errors/'],
      ['redirect URIs mismatch', '/reference/errors/'],
      ['users get logged out every hour', '/guides/keep-a-session-alive/'],
      ['resetting a client secret', '/guides/create-an-app/'],
      ['which flow is right for my app?', '/choose/'],
      ['revoking tokens', '/flows/revocation/'],
      ['single sign-on', '/guides/for-administrators/'],
      ['Verizon', '/guides/for-administrators/'],
      ['third party apps', '/guides/for-administrators/'],
      ['session timeout', ['/guides/keep-a-session-alive/', '/guides/for-administrators/']],
      ['exponential backoff', '/guides/rate-limits-and-retries/'],
      ['service user', ['/reference/glossary/', '/flows/jwt/']],
      ['bots', '/guides/bots-and-add-ins/'],
      ['licence', '/about/'],
      ['conformance', '/reference/conformance/'],
    ]));
});

test('every place that a question has is on the site', () => {
  for (const { url } of asked) {
    const [address = '', id] = url.split('#');
    const page = site.page(address);
    expect(page, url).toBeDefined();
    if (id !== undefined) expect(page?.ids.has(id), url).toBe(true);
  }
});
