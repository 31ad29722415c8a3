import { describe, expect, it } from 'vitest';
import type { Policy } from '../policy.ts';
import { basic, codeOf, makeTestSandbox, read } from '../testing/test-sandbox.ts';

const only = basic('sandbox-server-only');
const login = {
  grant_type: 'password',
  username: '+18335550100*101',
  password: 'sandbox-password',
};

describe('password', () => {
  it.each([
    ['glued', { username: '+18335550100*101' }],
    ['apart', { username: '+18335550100', extension: '101' }],
    ['company alone is its administrator', { username: '+18335550100' }],
    ['e-mail', { username: '101@sandbox.example' }],
  ])('takes the user name %s', async (_form, name) => {
    const box = makeTestSandbox();
    const body = await read(await box.token({ ...login, ...name }, only));
    expect([body.status, body.owner_id]).toEqual([200, '1000101']);
  });

  it.each([
    ['AS-137 unknown user', { username: '+18335550100*999' }, 'invalid_grant', 'OAU-140'],
    ['AS-137 wrong password', { password: 'x' }, 'invalid_grant', 'OAU-140'],
    ['AS-137 no user', { username: '' }, 'invalid_request', 'SANDBOX-USER-2'],
    ['AS-137 no password', { password: '' }, 'invalid_request', 'SANDBOX-USER-2'],
    ['OAU-141 disabled', { username: '+18335550100*105' }, 'invalid_grant', 'OAU-141'],
    ['X10 single sign-on', { username: '+18335550100*104' }, 'invalid_grant', 'SANDBOX-USER-3'],
    ['OAU-168 second factor', { username: '+18335550100*103' }, 'invalid_grant', 'OAU-168'],
    ['CMN-408 no permission', { username: '+18335550100*102' }, 'invalid_client', 'CMN-408'],
    ['Q6 another company', { username: '+18335550200*101' }, 'invalid_grant', 'SANDBOX-USER-1'],
  ])('%s', async (_rule, form, error, code) => {
    const box = makeTestSandbox();
    const body = await read(await box.token({ ...login, ...form } as Record<string, string>, only));
    expect([body.error, codeOf(body)]).toEqual([error, code]);
  });

  it('AS-137 answers an unknown user and a wrong password alike', async () => {
    const box = makeTestSandbox();
    const answers = [];
    for (const form of [{ username: 'nobody@sandbox.example' }, { password: 'x' }]) {
      const response = await box.token({ ...login, ...form } as Record<string, string>, only);
      answers.push([response.status, await response.text()]);
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  it.each([
    ['no user', { username: '' }],
    ['a wrong password', { password: 'x' }],
    ['a user that is disabled', { username: '+18335550100*105' }],
  ])('as recorded of RingCentral, %s is challenged with Basic beside 400', async (_what, form) => {
    const asked = { ...login, ...form };
    const challenged = async (
      errorShape: Policy['errorShape'],
      headers: Record<string, string> = only,
      more = {},
    ) => {
      const box = makeTestSandbox();
      await box.setPolicy({ errorShape });
      const response = await box.token({ ...asked, ...more }, headers);
      return [response.status, response.headers.get('www-authenticate')?.split(' ')[0]];
    };
    const inForm = {
      client_id: 'sandbox-server-only',
      client_secret: 'sandbox-server-only-secret',
    };
    expect(await challenged('ringcentral')).toEqual([400, 'Basic']);
    expect(await challenged('rfc')).toEqual([400, undefined]);
    expect(await challenged('ringcentral', {}, inForm)).toEqual([400, undefined]);
  });

  it('AS-139 a refusal after too many failures names its rule', async () => {
    const box = makeTestSandbox();
    await box.setPolicy({ failureLimit: 2 });
    const wrong = { ...login, password: 'x' };
    const answers = [];
    for (let tries = 0; tries < 3; tries += 1) {
      const response = await box.token(wrong, only);
      answers.push([response.status, response.headers.get('sandbox-rule')]);
    }
    expect(answers).toEqual([
      [400, 'AS-137'],
      [400, 'AS-137'],
      [429, 'AS-139'],
    ]);
  });

  it('AS-098 is refused to the apps that the rule book refuses', async () => {
    const box = makeTestSandbox();
    for (const id of ['sandbox-server-web', 'sandbox-public-web']) {
      expect(codeOf(await read(await box.token(login, basic(id))))).toBe('OAU-251');
    }
    const browser = await box.token({ ...login, client_id: 'sandbox-browser' });
    expect(codeOf(await read(browser))).toBe('OAU-251');
  });

  it('the sixth session pushes the first out', async () => {
    const box = makeTestSandbox();
    const first = await read(await box.token(login, only));
    for (let n = 0; n < 5; n += 1) await box.token(login, only);
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
    expect(codeOf(await read(await box.token(refresh, only)))).toBe('OAU-213');
  });
});
