import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { certaintyOf } from './finding.ts';
import type { KnownApp } from './case.ts';
import { type ErrorCode, isErrorCode } from '#protocol/errors/codes.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import { wordsOnPages } from '#protocol/errors/words-on-pages.ts';
import { explainRefusal } from './explain-refusal.ts';

const sandbox = new URL('../sandbox/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, sandbox), 'utf8');

/** Each code that stands in these files beside the rule that refuses with it. */
function faultsIn(paths: readonly string[]) {
  const found = paths.flatMap((path) => [
    ...read(path).matchAll(/code: '([A-Z]+-[A-Z0-9-]+)',\s*rule: '([A-Z0-9-]+)'/g),
  ]);
  return found.map(([, code = '', rule = '']) => {
    if (!isErrorCode(code)) throw new Error(`${code} is no code of the catalogue.`);
    return { code, rule };
  });
}

const folder = (path: string) =>
  readdirSync(new URL(path, sandbox))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `${path}${name}`);

/** What is told by redirect: these checks come once the redirect URI is trusted. */
const toTheApp = [
  'duplicates',
  'response-type',
  'client-allowed',
  'pkce-parameters',
  'scope',
  'prompt',
];
const checks = folder('checks/authorize/').filter(
  (path) => !toTheApp.some((name) => path.endsWith(`/${name}.ts`)),
);

const onPages: { code: ErrorCode; rule: string }[] = [
  ...faultsIn([
    ...checks,
    'endpoints/authorize.ts',
    'endpoints/authorize/open-form.ts',
    'endpoints/authorize/forms.ts',
    'endpoints/doubled-slash.ts',
    'checks/rate-limit.ts',
  ]),
  // Their rule is what the comparison found, or depends on what was sent.
  ...['AS-028', 'AS-035', 'AS-036', 'AS-039', 'AS-041', 'AS-042'].map((rule) => ({
    code: 'OAU-109' as const,
    rule,
  })),
  { code: 'OAU-153', rule: 'AS-026' },
  { code: 'OAU-153', rule: 'AS-027' },
  ...(['SANDBOX-STORE-1', 'SANDBOX-STORE-2', 'SANDBOX-STORE-3'] as const).map((code) => ({
    code,
    rule: 'SANDBOX-STORE',
  })),
];

const uri = 'http://localhost:5000/oauth2callback';
const known: KnownApp = {
  clientId: 'sandbox-server-web',
  clientType: 'confidential',
  redirectUris: [uri],
  settings: {
    name: 'Web',
    portal: 'classic',
    audience: 'private',
    platformType: 'ServerWeb',
    redirectUris: [],
    scopes: [],
  },
};
const good = `response_type=code&client_id=sandbox-server-web&redirect_uri=${encodeURIComponent(uri)}`;
/** What was sent, where the rule or the code is about that. */
const requests: Readonly<Record<string, string>> = {
  'AS-026': 'response_type=code',
  'AS-027': 'response_type=code&client_id=nobody',
  'AS-030': `${good}&client_id=sandbox-server-web`,
  'AS-031': `${good}&redirect_uri=x`,
  'OAU-109': `${good.replace('oauth2callback', 'other')}`,
  'AS-028': `${good.replace('oauth2callback', 'other')}`,
  'AS-035': `${good.replace('oauth2callback', 'oauth2callback%2F')}`,
  'AS-036': `${good}.evil`,
  'AS-039': good.replace('localhost', '127.0.0.1'),
  'AS-041': good.replace('5000', '5001'),
  'AS-042': good.replace('localhost', 'localhost.evil'),
  'SANDBOX-AUTHORIZE-6': 'response_type=code&client_id=sandbox-server-web',
  'SANDBOX-AUTHORIZE-7': `${good}%23part`,
};

describe('a page of the sandbox', () => {
  it('is refused with codes that this test finds', () => {
    const codes = [...new Set(onPages.map(({ code }) => code))].sort();
    // A code that is new here needs its words, and a look at the page.
    expect(codes).toEqual([
      'CMN-301',
      'OAU-109',
      'OAU-111',
      'OAU-113',
      'OAU-153',
      'SANDBOX-AUTHORIZE-6',
      'SANDBOX-AUTHORIZE-7',
      'SANDBOX-REQUEST-1',
      'SANDBOX-REQUEST-3',
      'SANDBOX-REQUEST-7',
      'SANDBOX-REQUEST-8',
      'SANDBOX-STORE-1',
      'SANDBOX-STORE-2',
      'SANDBOX-STORE-3',
    ]);
  });

  it.each(onPages)('has its own words for $code by $rule', (fault) => {
    const query = requests[fault.rule] ?? requests[fault.code] ?? good;
    const url = `http://localhost:4321/restapi/oauth/authorize?${query}`;
    const app = fault.code === 'OAU-113' ? { ...known, redirectUris: [] } : known;
    const found = explainRefusal(fault as Fault, { method: 'GET', url, headers: [] }, app);
    expect(found.title).not.toBe('');
    expect(found.why).not.toContain('The server refuses this with');
    expect(found.fix).not.toBe('Compare the request with the guide of its flow.');
    expect(certaintyOf(found)).toBe('certain');
  });

  it('carries no words that none of its pages shows', () => {
    const shown = new Set<string>(onPages.map(({ code }) => code));
    expect(Object.keys(wordsOnPages).filter((code) => !shown.has(code))).toEqual([]);
  });
});
