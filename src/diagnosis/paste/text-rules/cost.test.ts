import { describe, expect, it } from 'vitest';
import { insteadRules } from '../late/instead.ts';
import { besideRules } from '../late/of-requests.ts';
import type { PasteCase } from '../paste-case.ts';

const length = 200_000;
const filled = (part: string): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** A text that no reader of pieces made anything of. */
const paste = (text: string): PasteCase => ({
  recognised: { text, repairs: [], isCut: false, pieces: [], around: [] },
  beside: { now: 0 },
  exchanges: [],
  all: [],
  verifiers: [],
  prose: text,
  topics: new Set(),
  clients: new Set(),
  raised: new Set(),
});

describe('a text that is made to take long', () => {
  it.each([
    'a',
    ' ',
    '\n',
    '{',
    '"',
    'eyJ',
    '"eyJaaaa ',
    'localStorage.',
    'devtest.',
    'client_secret',
    'client_secret="a ',
    'https://a.example/b/c/d/',
    'https://a.b',
    'Bearer ${',
    'authorization: basic ',
    'new SDK({',
    'JSON.stringify({',
    'login({username:',
    'postMessage(',
    "->post('https://a.example/oauth/token', [",
    'logout() {',
    'refresh rt= ',
    '"GET /a?code=abcdef&',
    "curl '",
    'grant_type ',
    'code is ',
  ])('is read by every rule in a moment: %j', (part) => {
    const text = filled(part);
    const before = process.cpuUsage();
    for (const rule of [...besideRules, ...insteadRules]) rule(paste(text));
    const { user } = process.cpuUsage(before);
    // Of processor time, so that a busy machine does not count. A square of the length takes minutes.
    expect(user / 1000).toBeLessThan(2_500);
  });
});
