import { encodeBase64Url } from '#protocol/base64url.ts';

/**
 * What the sandbox uses of `jose`, in its shape and for its one algorithm, on
 * the browser's own cryptography: `jose` alone is 4.5 kB of the 60 kB that a
 * worker may weigh. The build puts this in its place in the worker; Node has
 * `jose` itself, and the same rows hold both.
 */
const rs256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

const octetsOf = (text: string) => new TextEncoder().encode(text);

const importKey = (jwk: JsonWebKey, usage: 'sign' | 'verify') =>
  crypto.subtle.importKey('jwk', { ...jwk, key_ops: [usage] }, rs256, false, [usage]);

/** RFC 7515 section 7.1. */
export class CompactSign {
  readonly #payload: Uint8Array;
  #header: Readonly<Record<string, unknown>> = {};

  constructor(payload: Uint8Array) {
    this.#payload = payload;
  }

  setProtectedHeader(header: Readonly<Record<string, unknown>>): this {
    this.#header = header;
    return this;
  }

  async sign(jwk: JsonWebKey): Promise<string> {
    if (this.#header['alg'] !== 'RS256') throw new TypeError('This signs with RS256 alone.');
    const header = encodeBase64Url(octetsOf(JSON.stringify(this.#header)));
    const signed = `${header}.${encodeBase64Url(this.#payload)}`;
    const signature = await crypto.subtle.sign(
      rs256,
      await importKey(jwk, 'sign'),
      octetsOf(signed),
    );
    return `${signed}.${encodeBase64Url(new Uint8Array(signature))}`;
  }
}

function readHeader(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(
    new TextDecoder('utf-8', { fatal: true }).decode(decoded(text)),
  );
  if (typeof value !== 'object' || value === null) throw new Error('No header');
  return value as Record<string, unknown>;
}

function decoded(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]+$/.test(text)) throw new Error('Not base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/**
 * @throws when the text is no JWS, its header names another algorithm or something critical
 *   (RFC 7515 section 4.1.11), or the signature is not the key's
 */
export async function compactVerify(
  text: string,
  jwk: JsonWebKey,
  { algorithms }: { algorithms: readonly string[] },
): Promise<void> {
  const [header = '', payload = '', signature = '', ...more] = text.split('.');
  const { alg, crit } = readHeader(header);
  const isKnown = alg === 'RS256' && algorithms.includes(alg) && crit === undefined;
  if (!isKnown || more.length > 0) throw new Error('Not a signature of this server');
  const key = await importKey(jwk, 'verify');
  const isRight = await crypto.subtle.verify(
    rs256,
    key,
    decoded(signature),
    octetsOf(`${header}.${payload}`),
  );
  if (!isRight) throw new Error('The signature is not right');
}
