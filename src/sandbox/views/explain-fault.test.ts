import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ErrorCode, isErrorCode } from '#protocol/errors/codes.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import { wordsOnPages } from '#protocol/errors/words-on-pages.ts';
import { explainFault } from './explain-fault.ts';

const sandbox = new URL('../', import.meta.url);
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
    const { title, why, next } = explainFault(fault as Fault);
    expect(title).not.toBe('');
    expect(why).not.toContain('The server refuses this with');
    expect(next).not.toBe('Compare the request with the guide of its flow.');
  });

  it('carries no words that none of its pages shows', () => {
    const shown = new Set<string>(onPages.map(({ code }) => code));
    expect(Object.keys(wordsOnPages).filter((code) => !shown.has(code))).toEqual([]);
  });
});
