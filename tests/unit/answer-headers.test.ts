import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';
import { makeTestSandbox } from '#sandbox/testing/test-sandbox.ts';
import { rawRequest } from '../support/raw-request.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0 });
});
afterAll(() => server.close());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const foreign = 'https://evil.example';

const requests: [what: string, method: string, path: string, headers?: Record<string, string>][] = [
  ['a refused token', 'POST', '/restapi/oauth/token', form],
  ['a preflight', 'OPTIONS', '/restapi/oauth/token', { origin: foreign }],
  ['a method that is not taken', 'GET', '/restapi/oauth/token'],
  ['a refused sign-in page', 'GET', '/restapi/oauth/authorize'],
  ['a form that was never open', 'POST', '/restapi/oauth/authorize/sign-in', form],
  ['metadata', 'GET', '/.well-known/oauth-authorization-server'],
  ['the keys', 'GET', '/restapi/oauth/jwks'],
  ['the API', 'GET', '/restapi'],
  ['the API without a token', 'GET', '/restapi/v1.0/account/~/extension/~'],
  ['an unknown path of the API', 'GET', '/restapi/v9'],
  ['the style of the pages', 'GET', '/sandbox/pages.css'],
  ['apps', 'GET', '/sandbox/api/apps'],
  ['the clock', 'HEAD', '/sandbox/api/clock'],
  ['a foreign page at the control API', 'POST', '/sandbox/api/reset', { origin: foreign }],
  ['a foreign host at the control API', 'GET', '/sandbox/api/apps', { host: 'evil.example' }],
  ['an unknown path of the control API', 'GET', '/sandbox/nothing'],
];
/** Answered by the Node host itself. */
const ofTheHost: typeof requests = [
  ['what the host says it is', 'GET', '/sandbox/host.json'],
  ['the description of the control API', 'GET', '/sandbox/openapi.json'],
  ['an address that cannot be read', 'GET', '/restapi', { host: 'not a host' }],
];
const expected = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

describe('no answer is sniffed, or loaded by a page of another origin', () => {
  it.each([...requests, ...ofTheHost])('%s, from Node', async (_, method, path, headers = {}) => {
    const answer = await rawRequest(server.origin + path, { method, headers });
    expect(answer.headers).toMatchObject(expected);
  });

  it.each(requests)('%s, from any host', async (_, method, path, { host, ...headers } = {}) => {
    void host;
    const answer = await makeTestSandbox().send(path, { method, headers });
    expect(Object.fromEntries(answer.headers)).toMatchObject(expected);
  });

  it('nor is a stream, which no proxy collects either', async () => {
    const { headers } = await rawRequest(`${server.origin}/sandbox/api/events`, { method: 'HEAD' });
    expect(headers).toMatchObject({ ...expected, 'x-accel-buffering': 'no' });
  });

  it('and CORS is as it was: a page of another origin may read what the token endpoint says', async () => {
    const answer = await rawRequest(`${server.origin}/restapi/oauth/token`, {
      method: 'POST',
      headers: { ...form, origin: foreign },
    });
    expect(answer.headers).toMatchObject({ ...expected, 'access-control-allow-origin': foreign });
  });
});
