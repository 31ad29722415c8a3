import { SignJWT, exportJWK, exportSPKI, generateKeyPair, importJWK } from 'jose';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { presets } from '../../policy.ts';
import { basic, makeTestSandbox, read } from '../../testing/test-sandbox.ts';
import type { TestSandbox } from '../../testing/test-sandbox.ts';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const octets = (text: string) => new TextEncoder().encode(text);

/** A good credential in its parts, and what an attacker has: the published key, and a key of their own. */
interface Parts {
  jwt: string;
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  payload: string;
  mac: string;
  /** The signature of another good credential. */
  otherMac: string;
  published: { n: string; kid: string };
  pem: string;
  own: CryptoKey;
  ownJwk: Record<string, unknown>;
}

/** Signed with the attacker's own key, under a header that says where to find it. */
const signedByThem = (header: Record<string, unknown>) => (parts: Parts) =>
  new SignJWT(parts.claims)
    .setProtectedHeader({ ...parts.header, alg: 'RS256', ...header })
    .sign(parts.own);
/** Signed with what everybody knows, as if it were a secret. */
const mac =
  (secretOf: (parts: Parts) => string, header: Record<string, unknown> = {}) =>
  (parts: Parts) =>
    new SignJWT(parts.claims)
      .setProtectedHeader({ ...parts.header, ...header, alg: 'HS256' })
      .sign(octets(secretOf(parts)));
/** Another header before the payload, with a signature that was made for something else. */
const headed = (header: Record<string, unknown>, signature?: string) => (parts: Parts) =>
  `${encode({ ...parts.header, ...header })}.${parts.payload}.${signature ?? parts.mac}`;

const forgeries: readonly [name: string, forge: (parts: Parts) => string | Promise<string>][] = [
  ['alg none', headed({ alg: 'none' }, '')],
  ['alg None', headed({ alg: 'None' }, '')],
  ['alg NONE', headed({ alg: 'NONE' }, '')],
  ['alg nOnE', headed({ alg: 'nOnE' }, '')],
  ['alg none with a signature', headed({ alg: 'none' })],
  ['alg with a space', headed({ alg: 'RS256 ' })],
  ['alg in small letters', headed({ alg: 'rs256' })],
  ['alg left out', headed({ alg: undefined })],
  ['alg empty', headed({ alg: '' })],
  ['alg null', headed({ alg: null })],
  ['alg a list', headed({ alg: ['RS256'] })],
  ['alg an object', headed({ alg: { toString: 'RS256' } })],
  ['alg of another family', headed({ alg: 'PS256' })],
  ['HS256 with the public key as PEM', mac(({ pem }) => pem)],
  ['HS256 with the public key as PEM, trimmed', mac(({ pem }) => pem.trim())],
  ['HS256 with the modulus', mac(({ published }) => published.n)],
  ['HS256 with the JWK', mac(({ published }) => JSON.stringify(published))],
  ['HS256 with a kid of nothing', mac(() => 'AAAA', { kid: '/dev/null' })],
  [
    'RS256 with the MAC of the public key',
    async (parts) => {
      const forged = await mac(({ pem }) => pem)(parts);
      return `${encode(parts.header)}.${parts.payload}.${forged.split('.')[2] ?? ''}`;
    },
  ],
  ['a key of theirs', signedByThem({})],
  ['a key of theirs, in jwk', (parts) => signedByThem({ jwk: parts.ownJwk })(parts)],
  ['a key of theirs, by jku', signedByThem({ jku: 'https://evil.example/jwks' })],
  ['a key of theirs, by x5u', signedByThem({ x5u: 'https://evil.example/cert' })],
  ['a key of theirs, in x5c', signedByThem({ x5c: ['AAAA'] })],
  ['a key of theirs, under a kid of theirs', signedByThem({ kid: 'evil' })],
  ['a kid that is a path', signedByThem({ kid: '../../../../dev/null' })],
  ['a kid that is SQL', signedByThem({ kid: "x' UNION SELECT 'secret" })],
  ['a kid that objects inherit', signedByThem({ kid: '__proto__' })],
  ['crit with a name that nobody knows', headed({ crit: ['x'], x: 1 })],
  ['crit with b64', headed({ crit: ['b64'], b64: false })],
  ['crit of nothing', headed({ crit: [] })],
  [
    'alg twice',
    ({ payload, mac: signature }) =>
      `${Buffer.from('{"alg":"none","alg":"RS256"}').toString('base64url')}.${payload}.${signature}`,
  ],
  [
    'claims of another user',
    ({ header, claims, mac: signature }) =>
      `${encode(header)}.${encode({ ...claims, sub: '1000102' })}.${signature}`,
  ],
  ['no signature', ({ header, payload }) => `${encode(header)}.${payload}.`],
  [
    'a signature of zeros',
    ({ header, payload }) =>
      `${encode(header)}.${payload}.${Buffer.alloc(256).toString('base64url')}`,
  ],
  ['a signature that is too long', ({ jwt }) => `${jwt}AAAA`],
  [
    'a signature of another credential',
    ({ header, payload, otherMac }) => `${encode(header)}.${payload}.${otherMac}`,
  ],
];

let box: TestSandbox;
let parts: Parts;

const post = async (path: string, body: unknown) =>
  (
    await box.send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).json() as Promise<{ jwt: string }>;
const exchange = async (assertion: string) =>
  read(
    await box.token(
      { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion },
      basic('sandbox-jwt'),
    ),
  );

beforeAll(async () => {
  box = makeTestSandbox();
  const { jwt } = await post('/sandbox/api/jwt', { extensionNumber: '101' });
  const other = await post('/sandbox/api/jwt', { extensionNumber: '103' });
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const open = (part: string) =>
    JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
  const { keys } = (await (await box.send('/restapi/oauth/jwks')).json()) as {
    keys: [{ n: string; kid: string; kty: string; e: string }];
  };
  const publicKey = (await importJWK(keys[0], 'RS256', { extractable: true })) as CryptoKey;
  const theirs = await generateKeyPair('RS256', { extractable: true });
  parts = {
    jwt,
    header: open(header),
    claims: open(payload),
    payload,
    mac: signature,
    otherMac: other.jwt.split('.')[2] ?? '',
    published: keys[0],
    pem: await exportSPKI(publicKey),
    own: theirs.privateKey,
    ownJwk: (await exportJWK(theirs.publicKey)) as Record<string, unknown>,
  };
});

describe.each([
  ['ringcentral', 'invalid_request'],
  ['strict', 'invalid_grant'],
] as const)('forged JWTs under %s', (preset, error) => {
  it('AS-158 the true one passes', async () => {
    await box.store.policy.put(presets[preset]);
    expect((await exchange(parts.jwt)).status).toBe(200);
  });

  it.each(forgeries)('AS-158 %s is refused, and no key is fetched', async (_, forge) => {
    await box.store.policy.put({ ...presets[preset], failureLimit: 0 });
    const fetched = vi.spyOn(globalThis, 'fetch');
    const body = await exchange(await forge(parts));
    expect([body.status, body.error]).toEqual([400, error]);
    expect(body.access_token).toBeUndefined();
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });
});
