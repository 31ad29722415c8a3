import { expect, it } from 'vitest';
import { basic, codeOf, makeTestSandbox, read } from '../testing/test-sandbox.ts';

const web = basic('sandbox-server-web');

/**
 * RFC 6749 section 3.2: a query of the endpoint is form-encoded, as a body is. One that is not cannot be
 * searched for a secret, which is never accepted there (AS-090).
 */
it.each([
  ['token', 'x=%ZZ'],
  ['token', '%'],
  ['token', 'client_secret=sandbox-server-web-secret&x=%C3%28'],
  ['revoke', 'x=%ZZ'],
  ['revoke', '%'],
])('AS-007 /%s?%s is refused, whatever it meant', async (endpoint, query) => {
  const box = makeTestSandbox();
  const code = await box.addCode();
  const form = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: 'http://localhost:4321/callback/',
    token: 'x',
  };
  const answer = await box.post(`/restapi/oauth/${endpoint}?${query}`, form, web);
  expect(answer.headers.get('sandbox-rule')).toBe('AS-007');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const body = await read(answer);
  expect([body.status, body.error, codeOf(body)]).toEqual([
    400,
    'invalid_request',
    'SANDBOX-REQUEST-1',
  ]);
  // Nothing was done: the code is still good.
  expect((await box.token(form, web)).status).toBe(200);
});

it('AS-007 a body says which parameter it was, its name cut where it is long', async () => {
  const answer = await makeTestSandbox().send('/restapi/oauth/token', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...web },
    body: `grant_type=password&${'n'.repeat(300)}=%ZZ`,
  });
  expect([answer.status, answer.headers.get('sandbox-rule')]).toEqual([400, 'AS-007']);
  const named = [{ parameterName: 'n'.repeat(100) }];
  expect(await answer.json()).toMatchObject({ errors: [{ parameters: named }] });
});
