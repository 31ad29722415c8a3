import { describe, expect, it } from 'vitest';
import type { AppRecord } from '../../store/records.ts';
import { basic, makeTestSandbox, origin } from '../../testing/test-sandbox.ts';

const raw = (id: string, secret: string) => ({ authorization: `Basic ${btoa(`${id}:${secret}`)}` });
const login = {
  grant_type: 'password',
  username: '+18335550100*101',
  password: 'sandbox-password',
};

interface Body {
  errors?: { errorCode: string; message: string; parameters?: object[] }[];
}

/** A sandbox in which a confidential app has this id and secret. */
async function sandboxWith(app: Pick<AppRecord, 'clientId' | 'clientSecret'>) {
  const box = makeTestSandbox();
  await box.send('/restapi');
  const record = await box.store.apps.get('sandbox-server-only');
  if (!record) throw new Error('no demo app');
  await box.store.apps.add({ ...record, ...app });
  return box;
}

/** Status, challenge, rule, code, text and parameters of a refusal. */
async function said(response: Response) {
  const [first] = ((await response.json()) as Body).errors ?? [];
  return {
    status: response.status,
    challenge: response.headers.get('www-authenticate'),
    rule: response.headers.get('sandbox-rule'),
    code: first?.errorCode,
    message: first?.message,
    parameters: first?.parameters,
  };
}

describe('RFC 6749 section 2.3.1: a header that may be read in two ways', () => {
  it('AS-103 an id as it is, which form-decoding would make another', async () => {
    const box = await sandboxWith({ clientId: 'a+b', clientSecret: 'plain' });
    expect((await box.token(login, raw('a+b', 'plain'))).status).toBe(200);
    // AS-102: and as the RFC has it, whatever the policy.
    await box.setPolicy({ basicDecoding: 'strict' });
    expect((await box.token(login, raw('a%2Bb', 'plain'))).status).toBe(200);
    expect((await box.token(login, raw('a+b', 'plain'))).status).toBe(400);
  });

  it('AS-108 the body may name the id in either reading, and no third', async () => {
    const box = await sandboxWith({ clientId: 'a+b', clientSecret: 'plain' });
    const named = (client_id: string) => box.token({ ...login, client_id }, raw('a+b', 'plain'));
    expect((await named('a+b')).status).toBe(200);
    expect(await said(await named('a-b'))).toMatchObject({ status: 400, rule: 'AS-108' });
    // Decoded it is another id, and nobody has it.
    expect(await said(await named('a b'))).toMatchObject({ status: 200 });
  });

  it('AS-114 the secret of one reading is no secret for the id of the other', async () => {
    const box = await sandboxWith({ clientId: 'a+b', clientSecret: 'x y' });
    // Decoded: `a b` and `x y`. Raw: `a+b` and `x+y`.
    expect(await said(await box.token(login, raw('a+b', 'x+y')))).toMatchObject({
      status: 400,
      rule: 'AS-114',
      code: 'OAU-146',
    });
    expect((await box.token(login, raw('a%2Bb', 'x+y'))).status).toBe(200);
  });
});

describe('a refusal of the client says why, and challenges whoever used the header', () => {
  it('AS-113 another scheme: which one is taken', async () => {
    const answer = await makeTestSandbox().token(login, { authorization: 'Bearer x' });
    expect(await said(answer)).toEqual({
      status: 401,
      challenge: 'Basic realm="RingCentral REST API"',
      rule: 'AS-113',
      code: 'OAU-151',
      message: 'Authorization method not supported: this endpoint takes Basic',
      parameters: undefined,
    });
  });

  it('AS-112 a header that cannot be read: an empty id, as RingCentral answers it', async () => {
    const answer = await makeTestSandbox().token(login, { authorization: 'Basic %%%' });
    expect(await said(answer)).toMatchObject({
      status: 400,
      rule: 'AS-112',
      code: 'OAU-153',
      message: 'Invalid client: ',
      parameters: [{ parameterName: 'client_id', parameterValue: '' }],
    });
  });

  it('AS-107 two ways in the body challenge nobody (RFC 6749 section 5.2)', async () => {
    const form = { ...login, client_id: 'x', client_secret: 'x', client_assertion: 'x' };
    expect(await said(await makeTestSandbox().token(form))).toMatchObject({
      status: 400,
      rule: 'AS-107',
      challenge: null,
    });
  });
});

describe('pkceReplacesSecret', () => {
  const redirect_uri = `${origin}/callback/`;

  it.each([
    ['refresh_token', { refresh_token: 'x' }],
    ['password', { username: '+18335550100*101', password: 'sandbox-password' }],
  ])(
    'AS-106 a verifier is a proof of a code alone: %s still asks for the secret',
    async (grant_type, more) => {
      const box = makeTestSandbox();
      await box.setPolicy({ pkceReplacesSecret: true });
      const form = { grant_type, code_verifier: 'v'.repeat(43), redirect_uri, ...more };
      const answer = await box.token({ ...form, client_id: 'sandbox-server-only' });
      expect(await said(answer)).toMatchObject({ status: 400, rule: 'AS-106', code: 'OAU-123' });
    },
  );

  it('AS-106 and a code without a verifier asks for it too', async () => {
    const box = makeTestSandbox();
    await box.setPolicy({ pkceReplacesSecret: true });
    const form = { grant_type: 'authorization_code', code: await box.addCode(), redirect_uri };
    const answer = await box.token({ ...form, client_id: 'sandbox-server-web' });
    expect(await said(answer)).toMatchObject({ status: 400, rule: 'AS-106', code: 'OAU-123' });
    expect((await box.token(form, basic('sandbox-server-web'))).status).toBe(200);
  });
});
