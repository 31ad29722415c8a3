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

  it('knows its codes and nothing that objects inherit', () => {
    expect(isErrorCode('OAU-106')).toBe(true);
    expect(isErrorCode('__proto__')).toBe(false);
    expect(isErrorCode('constructor')).toBe(false);
    expect(errorCodes.length).toBeGreaterThan(60);
  });
});
