import { describe, expect, it } from 'vitest';
import { decodeForm, encodeForm } from './form.ts';

describe('AS-006 form decoding', () => {
  it('reads + as a space and decodes %XX once', () => {
    expect(decodeForm('a+b=c%20d&e=%2B%2541')).toEqual({
      kind: 'form',
      pairs: [
        ['a b', 'c d'],
        ['e', '+%41'],
      ],
    });
  });

  it('keeps repeats, empty values and __proto__ as what they are', () => {
    expect(decodeForm('a=1&a=2&b=&c&__proto__=x')).toEqual({
      kind: 'form',
      pairs: [
        ['a', '1'],
        ['a', '2'],
        ['b', ''],
        ['c', ''],
        ['__proto__', 'x'],
      ],
    });
  });

  it('AS-007 names the malformed part', () => {
    expect(decodeForm('a=1&b=%ZZ')).toEqual({ kind: 'malformed', part: 'b=%ZZ' });
    expect(decodeForm('a=%')).toEqual({ kind: 'malformed', part: 'a=%' });
    expect(decodeForm('a=%FF')).toEqual({ kind: 'malformed', part: 'a=%FF' });
  });

  it('encodes what it decodes', () => {
    const pairs: [string, string][] = [['redirect_uri', 'http://a/cb?x=1&y=ü +']];
    expect(decodeForm(encodeForm(pairs))).toEqual({ kind: 'form', pairs });
  });
});
