import { describe, expect, it } from 'vitest';
import { isVerifier, makeVerifier, s256Challenge } from './pkce.ts';
import { webRandom } from './random.ts';

describe('PKCE', () => {
  it('AS-132 hashes the ASCII text: the vectors of RFC 7636 Appendix B and of RingCentral’s guide', async () => {
    expect(await s256Challenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
    expect(await s256Challenge('pIUgx4tiqFpaOUz0HMc_QbIyQlL901w8mRmkrmhEJ_E')).toBe(
      '_drLS7o5FwkfUiBhlq2hwJnK_SC6yE7sKOde5O1fdzk',
    );
  });

  it('AS-131 takes 43 to 128 unreserved characters', () => {
    expect(isVerifier('a'.repeat(42))).toBe(false);
    expect(isVerifier('a'.repeat(43))).toBe(true);
    expect(isVerifier('a'.repeat(128))).toBe(true);
    expect(isVerifier('a'.repeat(129))).toBe(false);
    expect(isVerifier(`${'a'.repeat(43)}\n`)).toBe(false);
    expect(isVerifier(`${'a'.repeat(43)}=`)).toBe(false);
  });

  it('makes verifiers that fit', () => {
    expect(isVerifier(makeVerifier(webRandom))).toBe(true);
  });
});
