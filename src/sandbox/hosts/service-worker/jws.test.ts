import { compactVerify as joseVerify } from 'jose/jws/compact/verify';
import { CompactSign as JoseSign } from 'jose/jws/compact/sign';
import { exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { CompactSign, compactVerify } from './jws.ts';

const algorithms = ['RS256'];
const payload = new TextEncoder().encode('{"sub":"é"}');
const header = { alg: 'RS256', kid: 'k', typ: 'JWT' };
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

let own: { private: JsonWebKey; public: JsonWebKey };
let other: JsonWebKey;

async function pair() {
  const keys = await generateKeyPair('RS256', { extractable: true });
  const [secret, open] = [await exportJWK(keys.privateKey), await exportJWK(keys.publicKey)];
  return { private: { ...secret, alg: 'RS256' }, public: { ...open, alg: 'RS256' } };
}
beforeAll(async () => {
  own = await pair();
  other = (await pair()).public;
});

describe('RS256 in the worker', () => {
  it('reads what jose signs, and jose reads what it signs', async () => {
    const jose = await new JoseSign(payload).setProtectedHeader(header).sign(own.private);
    const mine = await new CompactSign(payload).setProtectedHeader(header).sign(own.private);
    // RSASSA-PKCS1-v1_5 is deterministic: the two are the same text.
    expect(mine).toBe(jose);
    await expect(compactVerify(jose, own.public, { algorithms })).resolves.toBeUndefined();
    await expect(joseVerify(mine, own.public, { algorithms })).resolves.toBeDefined();
  });

  it('AS-158 refuses what jose refuses', async () => {
    const good = await new CompactSign(payload).setProtectedHeader(header).sign(own.private);
    const [head = '', body = '', signature = ''] = good.split('.');
    const wrong = [
      '',
      '..',
      `${head}.${body}`,
      `${head}.${body}.`,
      `${head}.${body}.${signature}.x`,
      `${head}.${body}.${signature.slice(0, -4)}`,
      `${head}.${encode({ sub: 'someone else' })}.${signature}`,
      `${encode({ alg: 'none' })}.${body}.`,
      `${encode({ alg: 'HS256' })}.${body}.${signature}`,
      `${encode({ ...header, crit: ['x'], x: 1 })}.${body}.${signature}`,
      `null.${body}.${signature}`,
      `${head}.${body}.%%`,
    ];
    for (const text of wrong) {
      await expect(compactVerify(text, own.public, { algorithms }), text).rejects.toThrow();
      await expect(joseVerify(text, own.public, { algorithms }), text).rejects.toThrow();
    }
    await expect(compactVerify(good, other, { algorithms })).rejects.toThrow();
    await expect(compactVerify(good, own.public, { algorithms: ['PS256'] })).rejects.toThrow();
  });

  it('signs with nothing else', async () => {
    const signer = new CompactSign(payload).setProtectedHeader({ alg: 'PS256' });
    await expect(signer.sign(own.private)).rejects.toThrow(TypeError);
  });
});
