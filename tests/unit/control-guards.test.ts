import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';
import { rawRequest } from '../support/raw-request.ts';

let server: RunningServer;
let apps: string;
const json = { 'content-type': 'application/json' };
const newApp = JSON.stringify({
  name: 'An app',
  portal: 'classic',
  audience: 'private',
  platformType: 'ServerWeb',
  redirectUris: ['http://localhost:5000/oauth2callback'],
  scopes: ['ReadAccounts'],
});

beforeAll(async () => {
  server = await startServer({ port: 0, allowedHosts: ['sandbox.example'] });
  apps = `${server.origin}/sandbox/api/apps`;
});
afterAll(() => server.close());

async function countOfApps(): Promise<number> {
  const list: unknown = JSON.parse((await rawRequest(apps)).body);
  return Array.isArray(list) ? list.length : -1;
}

describe('the control API refuses', () => {
  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:4321',
    '127.0.0.2',
  ])('a foreign Host, %s, with 421', async (host) => {
    for (const path of ['/sandbox/api/apps', '/sandbox/api/policy', '/sandbox/api/events']) {
      const answer = await rawRequest(`${server.origin}${path}`, { headers: { host } });
      expect(answer.status).toBe(421);
      expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ path: '' }] });
    }
  });

  it('a foreign Origin, null and another port included, with 403, and stores nothing', async () => {
    const before = await countOfApps();
    for (const origin of [
      'https://evil.example',
      'null',
      `http://localhost:${server.port + 1}`,
      `http://localhost:${server.port}`,
      `https://127.0.0.1:${server.port}`,
    ]) {
      const answer = await rawRequest(apps, {
        method: 'POST',
        headers: { ...json, origin },
        body: newApp,
      });
      expect(answer.status, origin).toBe(403);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(await countOfApps()).toBe(before);
  });

  it('a reset posted by a form of another page', async () => {
    const answer = await rawRequest(`${server.origin}/sandbox/api/reset`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://evil.example',
      },
      body: 'a=b',
    });
    expect(answer.status).toBe(403);
  });

  it('a body that is not JSON by its media type with 415', async () => {
    const before = await countOfApps();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const headers = { 'content-type': type };
      const answer = await rawRequest(apps, { method: 'POST', headers, body: newApp });
      expect(answer.status, type).toBe(415);
    }
    expect((await rawRequest(apps, { method: 'POST', body: newApp })).status).toBe(415);
    expect(await countOfApps()).toBe(before);
  });

  it('a wrong method with 405 and Allow, an unknown path with 404, as JSON', async () => {
    const put = await rawRequest(apps, { method: 'PUT', headers: json, body: '{}' });
    expect(put.status).toBe(405);
    expect(put.headers['allow']).toBe('GET, HEAD, POST');
    const options = await rawRequest(apps, { method: 'OPTIONS' });
    expect(options.status).toBe(405);
    expect(options.headers['access-control-allow-origin']).toBeUndefined();
    for (const path of [
      '/sandbox/api',
      '/sandbox/api/nothing',
      '/sandbox/',
      '/sandbox/api/apps/',
    ]) {
      const answer = await rawRequest(`${server.origin}${path}`);
      expect(answer.status, path).toBe(404);
      expect(answer.headers['content-type']).toContain('application/json');
    }
  });

  it('a body over 64 kB with 413', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(70_000) });
    const answer = await rawRequest(apps, { method: 'POST', headers: json, body });
    expect(answer.status).toBe(413);
  });
});

describe('the control API answers', () => {
  it('its own Origin, each loopback name, and an allowed host', async () => {
    const { port } = server;
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST']) {
      const origin = `http://${host.toLowerCase()}:${port}`;
      const headers = { host: `${host}:${port}`, ...(host !== 'LOCALHOST' && { origin }) };
      expect((await rawRequest(apps, { headers })).status, host).toBe(200);
    }
    expect((await rawRequest(apps, { headers: { host: 'sandbox.example' } })).status).toBe(200);
  });

  it('curl, which sends no Origin', async () => {
    const answer = await rawRequest(apps, { method: 'POST', headers: json, body: newApp });
    expect(answer.status).toBe(201);
  });
});
