import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';

describe('base64url', () => {
  it('is without padding, and reads back as the same octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (octets) => {
        const text = encodeBase64Url(octets);
        expect(text).toBe(Buffer.from(octets).toString('base64url'));
        expect(decodeBase64Url(text)).toEqual(octets);
      }),
    );
  });

  it.each(['YQ==', 'a+b/', 'YWJj\n', ' YWJj', 'YWJjZ', 'é'])('%j is none', (text) => {
    expect(decodeBase64Url(text)).toBeUndefined();
  });
});
