import { describe, expect, test } from 'vitest';
import { likeness, nearest } from './nearest.ts';

const itself = (text: string) => text;

describe('what is nearest to a name that does not exist', () => {
  test('a text is all like itself, and not at all like one with nothing in common', () => {
    expect(likeness('oau-251', 'OAU 251')).toBe(1);
    expect(likeness('oau-251', 'xy')).toBeLessThan(0.3);
    expect(likeness('', '')).toBe(1);
  });

  test('a code that does not exist leads to those that look like it', () => {
    const codes = ['oau-109', 'oau-251', 'oau-250', 'cmn-401', 'sandbox-pkce-1'];
    expect(nearest('oau-252', codes, itself)).toEqual(['oau-251', 'oau-250', 'oau-109']);
    expect(nearest('cmn-40', codes, itself)[0]).toBe('cmn-401');
    expect(nearest('zzz', codes, itself)).toEqual([]);
  });

  test('an old or mistyped address leads to its page', () => {
    const pages = ['/flows/jwt/', '/flows/auth-code-pkce/', '/guides/security/', '/quick-start/'];
    expect(nearest('/flows/jwt-flow', pages, itself)[0]).toBe('/flows/jwt/');
    expect(nearest('/authentication/auth-code-pkce', pages, itself)[0]).toBe(
      '/flows/auth-code-pkce/',
    );
    expect(nearest('/flows/nothing.md', pages, itself)[0]).toBe('/flows/jwt/');
  });
});
