import { describe, expect, it } from 'vitest';
import { interpret } from './interpret.ts';
import { exchangeId, send } from './send.ts';
import type { SendTools } from './send.ts';

let time = 1000;
function tools(fetch: SendTools['fetch']): SendTools {
  return {
    fetch: (request) => {
      time += 9;
      return fetch(request);
    },
    clock: { now: () => time },
    random: { bytes: (count) => new Uint8Array(count).fill(7) },
  };
}
const about = { from: 'app', to: 'authorization-server', flow: 'f', step: 'token' } as const;
const request = {
  method: 'POST',
  url: 'http://localhost/restapi/oauth/token',
  headers: [['Content-Type', 'application/x-www-form-urlencoded']] as [string, string][],
  body: 'a=%0A+',
};

describe('sending', () => {
  it('sends the bytes of the request and tells status, headers, body and time', async () => {
    const seen: string[] = [];
    const exchange = await send(
      request,
      about,
      tools(async (sent) => {
        seen.push(await sent.text(), sent.headers.get('content-type') ?? '', sent.credentials);
        return new Response('{}', { status: 400, headers: { 'sandbox-rule': 'AS-132' } });
      }),
    );
    expect(seen).toEqual(['a=%0A+', 'application/x-www-form-urlencoded', 'omit']);
    expect(exchange).toMatchObject({
      id: exchangeId({ bytes: (count) => new Uint8Array(count).fill(7) }),
      durationMs: 9,
      rule: 'AS-132',
      response: { status: 400, body: '{}' },
    });
  });

  it('leaves out the body of an empty answer', async () => {
    const exchange = await send(
      request,
      about,
      tools(() => Promise.resolve(new Response(null, { status: 200 }))),
    );
    expect(exchange.response).not.toHaveProperty('body');
  });

  it('tells a request that could not leave as unreachable, never as thrown', async () => {
    const exchange = await send(
      request,
      about,
      tools(() => Promise.reject(new TypeError('Failed to fetch'))),
    );
    expect(exchange.failure).toEqual({ kind: 'unreachable', message: 'Failed to fetch' });
    expect(interpret('token', exchange).kind).toBe('unreachable');
  });

  it('tells a header that no browser sends as unreachable', async () => {
    const exchange = await send(
      { ...request, headers: [['Authorization', 'Bearer a\nb']] },
      about,
      tools(() => Promise.resolve(new Response())),
    );
    expect(exchange.failure?.kind).toBe('unreachable');
  });

  it('tells patience that ran out as a timeout', async () => {
    const slow = new DOMException('slow', 'TimeoutError');
    const exchange = await send(
      request,
      about,
      tools(() => Promise.reject(slow)),
    );
    expect(exchange.failure?.kind).toBe('timeout');
  });
});

describe('reading an answer', () => {
  const answered = (status: number, body?: string) => ({
    id: 'x',
    ...about,
    startedAt: 0,
    request,
    response: { status, headers: [], ...(body === undefined ? {} : { body }) },
  });

  it('takes the tokens and how long they live', () => {
    const body = JSON.stringify({ access_token: 'A', expires_in: 3600, refresh_token: 'R' });
    expect(interpret('token', answered(200, body))).toMatchObject({
      kind: 'done',
      values: {
        access_token: { value: 'A', lifetimeSeconds: 3600 },
        refresh_token: { value: 'R' },
      },
    });
  });

  it.each([
    '',
    'not json',
    '[]',
    'null',
    '{"access_token":7}',
    '{"__proto__":{"access_token":"A"}}',
  ])('refuses a token answer that has no access token: %s', (body) =>
    expect(interpret('token', answered(200, body)).kind).toBe('refused'),
  );

  it('takes an empty 200 of a revocation as done, and any other status as refused', () => {
    expect(interpret('revoke', answered(200)).kind).toBe('done');
    for (const status of [302, 400, 401, 500]) {
      expect(interpret('api', answered(status)).kind).toBe('refused');
    }
  });
});
