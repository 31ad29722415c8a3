import { describe, expect, it } from 'vitest';
import { errorCodes, errorEntry, errorFamily, isErrorCode } from './catalogue.ts';

describe('the error catalogue', () => {
  it('has every code in one family only, in words that go on the wire', () => {
    for (const code of errorCodes) {
      const entry = errorEntry(code);
      // AS-008: error and error_description hold nothing outside these.
      expect(entry.error, code).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/);
      expect(entry.message, code).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
      expect(entry.status, code).toBeGreaterThanOrEqual(400);
      expect(errorFamily(code)).toBeTruthy();
      for (const text of [entry.when, entry.cause, entry.fix, entry.source]) {
        expect(text, code).not.toBe('');
      }
    }
  });

  it('labels as its own exactly what it made', () => {
    for (const code of errorCodes) {
      expect(errorEntry(code).basis === 'sandbox', code).toBe(code.startsWith('SANDBOX-'));
    }
  });

  it('OAU-147, OAU-148 are a lock, in the guide’s whole text', () => {
    const lock = 'The account is locked out due to multiple unsuccessful logon attempts.';
    expect(errorEntry('OAU-147').message).toBe(lock);
    expect(errorEntry('OAU-148').message).toBe(
      `${lock} Please use Single Sign-on way to authenticate.`,
    );
    expect(errorEntry('OAU-148').when).toContain('wrong passwords');
  });

  it('X10 an account with single sign-on has the sandbox’s own code', () => {
    const { basis, source } = errorEntry('SANDBOX-USER-3');
    expect([basis, source]).toEqual([
      'sandbox',
      expect.stringContaining('We found no public record'),
    ]);
  });

  it.each([
    ['OAU-163', 'changelog 1.0.41'],
    ['OAU-164', 'changelog 1.0.42'],
    ['CMN-101', 'changelog 1.0.39'],
  ] as const)('%s is stated by %s, and says what is inferred', (code, source) => {
    const entry = errorEntry(code);
    expect([entry.basis, entry.source]).toEqual(['stated', expect.stringContaining(source)]);
    expect(entry.source).toMatch(/inferred$/);
  });

  it('CMN-201 is repeated with backoff, as the guide asks outside its token section', () => {
    expect(errorEntry('CMN-201').fix).toMatch(/wait 2 s, then 4, 8 and so on, five times at most/);
  });

  it('knows its codes and nothing that objects inherit', () => {
    expect(isErrorCode('OAU-106')).toBe(true);
    expect(isErrorCode('__proto__')).toBe(false);
    expect(isErrorCode('constructor')).toBe(false);
    expect(errorCodes.length).toBeGreaterThan(60);
  });
});
