import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';
import { rawRequest } from '../support/raw-request.ts';

/** What a proxy in front of the server passes on, by nginx's default and by what many configure. */
const proxied = { 'x-forwarded-for': '192.0.2.7', via: '1.1 proxy' };
const publicOrigin = 'https://docs.example.test';

async function authorize(server: RunningServer, headers: Record<string, string>) {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'sandbox-browser',
    redirect_uri: `${publicOrigin}/callback/`,
  });
  return rawRequest(`${server.origin}/restapi/oauth/authorize?${query.toString()}`, { headers });
}

describe('behind a proxy, with PUBLIC_URL', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ port: 0, publicOrigin });
  });
  afterAll(() => server.close());

  it.each(['127.0.0.1', 'docs.example.test', 'sandbox:4321', 'Docs.Example.Test'])(
    'Host %s: issuer, redirect URI, cookie and control API are the public origin’s',
    async (host) => {
      const headers = { ...proxied, host };
      const metadata = await rawRequest(`${server.origin}/.well-known/oauth-authorization-server`, {
        headers,
      });
      expect(JSON.parse(metadata.body)).toMatchObject({
        issuer: publicOrigin,
        token_endpoint: `${publicOrigin}/restapi/oauth/token`,
      });
      const page = await authorize(server, headers);
      expect(page.status).toBe(200);
      expect(String(page.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
      const clock = (origin: string) =>
        rawRequest(`${server.origin}/sandbox/api/clock`, {
          method: 'PUT',
          headers: { ...headers, origin, 'content-type': 'application/json' },
          body: '{"offsetSeconds":0}',
        });
      expect((await clock(publicOrigin)).status).toBe(200);
      expect((await clock('https://evil.example')).status).toBe(403);
      expect((await clock('http://docs.example.test')).status).toBe(403);
    },
  );

  it('a refusal is explained at the public origin', async () => {
    const { headers } = await rawRequest(`${server.origin}/restapi/v9`, {
      headers: { ...proxied, host: 'sandbox:4321' },
    });
    expect(headers['link']).toBe(
      `<${publicOrigin}/diagnose/#event=${String(headers['rcrequestid'])}>; rel="help", <${publicOrigin}/reference/errors/#agw-404>; rel="describedby"`,
    );
  });

  it('the log shows the address that was asked for', async () => {
    await authorize(server, { ...proxied, host: 'sandbox:4321' });
    const backlog = await rawRequest(
      `${server.origin}/sandbox/api/events/backlog?clientId=sandbox-browser&limit=1`,
    );
    expect(backlog.body).toContain(`"url":"${publicOrigin}/restapi/oauth/authorize?`);
  });
});

describe('without it', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ port: 0 });
  });
  afterAll(() => server.close());

  it.each(['x-forwarded-for', 'forwarded', 'via'])(
    'the control API refuses what carries %s, whatever Host says; the protocol answers',
    async (name) => {
      const headers = { [name]: '127.0.0.1', host: `localhost:${server.port}` };
      const apps = await rawRequest(`${server.origin}/sandbox/api/apps`, { headers });
      expect([apps.status, JSON.parse(apps.body)]).toEqual([
        403,
        { errors: [{ path: '', message: expect.stringContaining('PUBLIC_URL') as string }] },
      ]);
      expect((await rawRequest(`${server.origin}/restapi`, { headers })).status).toBe(200);
    },
  );

  it('and whatever a page of another site begins, though it sends no Origin', async () => {
    for (const [method, path] of [
      ['GET', 'apps'],
      ['GET', 'events'],
      ['POST', 'reset'],
    ] as const) {
      const answer = await rawRequest(`${server.origin}/sandbox/api/${path}`, {
        method,
        headers: { 'sec-fetch-site': 'cross-site' },
      });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    const own = await rawRequest(`${server.origin}/sandbox/api/apps`, {
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(own.status).toBe(200);
  });
});

describe('ALLOWED_HOSTS', () => {
  it('opens the control API to its names, in any case of letters', async () => {
    const server = await startServer({ port: 0, allowedHosts: ['Docs.Example.Test'] });
    for (const host of ['docs.example.test', 'DOCS.example.test']) {
      const answer = await rawRequest(`${server.origin}/sandbox/api/apps`, {
        headers: { ...proxied, host },
      });
      expect(answer.status, host).toBe(200);
    }
    const other = await rawRequest(`${server.origin}/sandbox/api/apps`, {
      headers: { host: 'evil.example' },
    });
    expect(other.status).toBe(421);
    await server.close();
  });

  it('and 0.0.0.0 answers nobody’s control call through another address of the machine', async () => {
    const server = await startServer({ port: 0, host: '0.0.0.0' });
    const { networkInterfaces } = await import('node:os');
    const outer = Object.values(networkInterfaces())
      .flat()
      .find((one) => one && !one.internal && one.family === 'IPv4');
    // A machine without a network has no such address, and nobody who could call.
    if (outer) {
      const answer = await rawRequest(`http://${outer.address}:${server.port}/sandbox/api/apps`, {
        headers: { host: 'localhost' },
      });
      expect(answer.status).toBe(403);
    }
    await server.close();
  });
});
