import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0 });
});
afterAll(() => server.close());

const parameters = new URLSearchParams({
  response_type: 'code',
  client_id: 'sandbox-server-web',
  redirect_uri: 'http://localhost:5000/oauth2callback',
  state: 'SANDBOX-state-00001',
});
const post = (headers: Record<string, string>) =>
  fetch(`${server.origin}/restapi/oauth/authorize`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: parameters,
  });

// A form of another site's page comes without the Lax cookie, and a new one would take its place.
it('AS-006 a form of another site is sent on by GET, and the reader’s cookie stays', async () => {
  const answer = await post({ 'sec-fetch-site': 'cross-site', origin: 'https://app.example' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(answer.headers.get('location')).toBe(`/restapi/oauth/authorize?${parameters.toString()}`);
});

it.each([
  ['text/plain', 'a\r\nb'],
  ['application/json', '{"client_secret":"SANDBOX-not-a-secret"}'],
  ['multipart/form-data; boundary=x', '--x\r\n'],
])(
  'AS-025 a body of %s is refused for what it is, and goes into no address',
  async (type, body) => {
    const answer = await fetch(`${server.origin}/restapi/oauth/authorize`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': type, 'sec-fetch-site': 'cross-site' },
      body,
    });
    expect(answer.status).toBe(415);
    expect(answer.headers.get('location')).toBeNull();
  },
);

it('AS-072 a secret in such a form stays out of the address', async () => {
  const answer = await fetch(`${server.origin}/restapi/oauth/authorize`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
    },
    body: new URLSearchParams([...parameters, ['client_secret', 'SANDBOX-not'], ['x', 'é€\r\n']]),
  });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).not.toContain('client_secret');
  expect(answer.headers.get('location')).toContain('x=%C3%A9%E2%82%AC%0D%0A');
});

it('AS-006 a form that brings the cookie, or comes from no browser, is answered there and then', async () => {
  const first = await post({});
  expect(first.status).toBe(200);
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(cookie).toContain('sandbox-browser-');
  const second = await post({ 'sec-fetch-site': 'cross-site', cookie });
  expect(second.status).toBe(200);
});
