import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { exchangeSchema } from '#protocol/exchange.ts';
import { type Host, nodeHost, tabHost } from '../findings/transports.ts';

const eventSchema = z.object({ id: z.string(), exchange: exchangeSchema });
const secret = 'not-the-secret-7hG2';

describe.each([
  ['Node', nodeHost],
  ['tab', tabHost],
] as const)('the help that a refusal names, %s', (_name, make) => {
  let host: Host;
  beforeAll(async () => {
    host = await make();
  });
  afterAll(() => host.close());

  const send = (path: string, init?: RequestInit) =>
    host.fetch(new Request(host.origin + path, { redirect: 'manual', ...init }));
  const helpOf = ({ headers }: Response) =>
    /<([^>]+)>; rel="help"/.exec(headers.get('link') ?? '')?.[1] ?? '';

  const refusals: [what: string, path: string, init?: RequestInit][] = [
    [
      'a wrong secret',
      '/restapi/oauth/token',
      {
        method: 'POST',
        headers: {
          authorization: `Basic ${btoa(`sandbox-jwt:${secret}`)}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      },
    ],
    ['an app that nobody has', '/restapi/oauth/authorize?client_id=nobody'],
    [
      'a refusal by redirect',
      `/restapi/oauth/authorize?client_id=sandbox-desktop&redirect_uri=http%3A%2F%2Flocalhost%3A5000%2Foauth2callback&response_type=${secret}`,
    ],
    [
      'a token that is none',
      '/restapi/v1.0/account/~/extension/~',
      { headers: { authorization: `Bearer ${secret}` } },
    ],
    ['a path that is none', '/restapi/v9'],
  ];

  it.each(refusals)('%s leads to that one exchange, masked', async (_what, path, init) => {
    const answer = await send(path, init);
    const help = helpOf(answer);
    const id = answer.headers.get('rcrequestid') ?? '';
    expect(help).toBe(`${host.origin}/diagnose/#event=${id}`);
    const found = await send(`/sandbox/api/events/${id}`);
    expect(found.status).toBe(200);
    const text = await found.text();
    if (init) expect(text).not.toContain(secret);
    const { exchange } = eventSchema.parse(JSON.parse(text));
    expect([exchange.id, exchange.response?.status]).toEqual([id, answer.status]);
    expect(new URL(exchange.request.url).pathname).toBe(path.split('?')[0]);
  });

  it('an exchange that is gone is no longer kept', async () => {
    const id = new URL(helpOf(await send('/restapi/v9'))).hash.replace('#event=', '');
    await send('/sandbox/api/reset', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    const gone = await send(`/sandbox/api/events/${id}`);
    expect([gone.status, await gone.json()]).toEqual([
      404,
      { errors: [{ path: 'id', message: expect.stringContaining('no longer keeps') as string }] },
    ]);
  });
});
