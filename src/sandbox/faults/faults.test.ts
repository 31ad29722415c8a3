import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from 'node:net';
import { encodeForm } from '#protocol/form.ts';
import { faultHeader } from '#protocol/sandbox-fault.ts';
import { createWorkerSandbox } from '../hosts/service-worker/answer-sandbox.ts';
import { type RunningServer, startServer } from '../hosts/node.ts';
import { type FaultName, faultNames } from './names.ts';
import { faultTable } from './table.ts';
import { faultWords } from './words.ts';

const app = 'sandbox-server-only';
const id = `Basic ${btoa(`${app}:${app}-secret`)}`;
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };

/** A host of the sandbox, and what a program and a test ask of it. */
interface Host {
  name: string;
  origin: string;
  send(path: string, init?: RequestInit): Promise<Response>;
}

// Other files of the same run have databases of their own.
globalThis.indexedDB = new IDBFactory();
let server: RunningServer;
const hosts: Host[] = [
  { name: 'Node', origin: '', send: (path, init) => fetch(`${server.origin}${path}`, init) },
  {
    name: 'the worker',
    origin: 'https://docs.example.test',
    send: (() => {
      const { answer } = createWorkerSandbox('docs.example.test');
      return (path: string, init?: RequestInit) =>
        answer(new Request(`https://docs.example.test${path}`, init));
    })(),
  },
];
beforeAll(async () => {
  server = await startServer({ port: 0 });
});
afterAll(() => server.close());

function callsOf({ send }: Host) {
  const control = (method: string, path: string, body?: unknown) =>
    send(`/sandbox/api${path}`, {
      method,
      ...(body !== undefined && { headers: json, body: JSON.stringify(body) }),
    });
  return {
    control,
    give: (fault: FaultName, more: object = { requests: 1 }, clientId = app) =>
      control('POST', `/apps/${clientId}/faults`, { fault, ...more }),
    inForce: async () =>
      ((await (await control('GET', '/faults')).json()) as { inForce: unknown[] }).inForce,
    token: (fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      send('/restapi/oauth/token', {
        method: 'POST',
        headers: { ...form, authorization: id, ...headers },
        body: encodeForm(
          Object.entries({
            grant_type: 'password',
            username: '+18335550100',
            extension: '101',
            password: 'sandbox-password',
            ...fields,
          }),
        ),
      }),
    lastEvent: async (clientId = app) => {
      const log = await control('GET', `/events/backlog?clientId=${clientId}`);
      const { events } = (await log.json()) as {
        events: { exchange: { response: { status: number; headers: [string, string][] } } }[];
      };
      return events.at(-1)?.exchange.response;
    },
  };
}

describe.each(hosts)('faults on demand in $name', (host) => {
  const { control, give, inForce, token, lastEvent } = callsOf(host);

  it('gives one as often as it is asked to, tells which, and is itself again', async () => {
    const given = await give('no-refresh-token', { requests: 2 });
    expect([given.status, await given.json()]).toEqual([
      201,
      { clientId: app, fault: 'no-refresh-token', left: 2 },
    ]);
    for (const left of [1, 0]) {
      const answer = await token();
      expect([answer.status, answer.headers.get(faultHeader)]).toEqual([200, 'no-refresh-token']);
      expect(Object.keys((await answer.json()) as object)).not.toContain('refresh_token');
      expect((await lastEvent())?.headers).toContainEqual([faultHeader, 'no-refresh-token']);
      expect(await inForce()).toHaveLength(left);
    }
    const after = await token();
    expect([after.status, after.headers.has(faultHeader)]).toEqual([200, false]);
    expect(await after.json()).toHaveProperty('refresh_token');
  });

  it('gives one to one winner of many at a time', async () => {
    await give('no-refresh-token');
    const answers = await Promise.all(Array.from({ length: 20 }, () => token()));
    expect(answers.filter(({ headers }) => headers.has(faultHeader))).toHaveLength(1);
  });

  it('gives it until it is taken back, and to this app alone', async () => {
    await give('lower-case-bearer', {});
    for (let each = 0; each < 3; each += 1) {
      expect((await token()).headers.get(faultHeader)).toBe('lower-case-bearer');
    }
    const other = `Basic ${btoa('sandbox-no-refresh:sandbox-no-refresh-secret')}`;
    expect((await token({}, { authorization: other })).headers.has(faultHeader)).toBe(false);
    const path = `/apps/${app}/faults?fault=lower-case-bearer`;
    expect((await control('DELETE', path)).status).toBe(204);
    expect((await token()).headers.has(faultHeader)).toBe(false);
  });

  it.each([
    ['rate-limit', 429, '7'],
    ['unavailable', 503, null],
    ['unavailable-retry-after', 503, '7'],
    ['html-body', 502, null],
  ] as const)('%s comes before the server: nothing is spent', async (fault, status, after) => {
    const first = (await (await token()).json()) as { refresh_token: string };
    await give(fault, { requests: 1, ...(after !== null && { seconds: 7 }) });
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
    const refused = await token(refresh);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([status, after]);
    expect(refused.headers.get(faultHeader)).toBe(fault);
    const text = await refused.text();
    if (fault === 'html-body') expect(text).toMatch(/^<!doctype html>/);
    if (fault === 'rate-limit') expect(JSON.parse(text)).toMatchObject({ errorCode: 'CMN-301' });
    expect((await token(refresh)).status).toBe(200);
  });

  it.each([
    ['no-access-token', { access_token: undefined }],
    ['lower-case-bearer', { token_type: 'bearer' }],
    ['expires-in-text', { expires_in: '3600' }],
    ['expires-in-short', { expires_in: 2 }],
  ] as const)('%s alters a member of the token answer', async (fault, members) => {
    await give(fault);
    const answer = await token();
    expect([answer.status, answer.headers.get(faultHeader)]).toEqual([200, fault]);
    const body = (await answer.json()) as Record<string, unknown>;
    for (const [name, value] of Object.entries(members)) expect(body[name]).toEqual(value);
  });

  it('an answer that there is nothing to alter in does not use a fault up', async () => {
    await give('no-access-token');
    expect((await token({ password: 'wrong' })).status).toBe(400);
    expect(await inForce()).toHaveLength(1);
    expect((await token()).headers.get(faultHeader)).toBe('no-access-token');
  });

  it('truncated-json, clock-skew and slow-answer at the API, known by its token', async () => {
    const { access_token } = (await (await token()).json()) as { access_token: string };
    const call = () =>
      host.send('/restapi/v1.0/account/~/extension/~', {
        headers: { authorization: `Bearer ${access_token}` },
      });
    const whole = await (await call()).text();
    await give('truncated-json');
    const cut = await call();
    expect([cut.status, cut.headers.get(faultHeader)]).toEqual([200, 'truncated-json']);
    expect(whole.startsWith(await cut.text())).toBe(true);
    await give('clock-skew');
    const ahead = Date.parse((await call()).headers.get('date') ?? '') - Date.now();
    expect(Math.abs(ahead - 3_600_000)).toBeLessThan(10_000);
    await give('slow-answer', { requests: 1, seconds: 1 });
    const startedAt = performance.now();
    expect((await call()).headers.get(faultHeader)).toBe('slow-answer');
    expect(performance.now() - startedAt).toBeGreaterThan(950);
    await give('rate-limit');
    expect((await call()).status).toBe(429);
    expect((await call()).status).toBe(200);
  });

  it('waits for the place that it is given at', async () => {
    const given = await give('rate-limit', { requests: 1, at: 'api' });
    expect(given.status).toBe(201);
    const answer = await token();
    expect(answer.status).toBe(200);
    const { access_token } = (await answer.json()) as { access_token: string };
    const call = await host.send('/restapi/v1.0/account/~/extension/~', {
      headers: { authorization: `Bearer ${access_token}` },
    });
    expect(call.status).toBe(429);
  });

  it('stale-discovery and old-key for whoever asks next', async () => {
    const endpoint = async () => {
      const answer = await host.send('/.well-known/oauth-authorization-server');
      return ((await answer.json()) as { token_endpoint: string }).token_endpoint;
    };
    const kid = async () => {
      const answer = await host.send('/restapi/oauth/jwks');
      return ((await answer.json()) as { keys: { kid: string }[] }).keys[0]?.kid;
    };
    const [before, key] = [await endpoint(), await kid()];
    await give('stale-discovery');
    await give('old-key');
    expect([await endpoint(), await kid()]).toEqual([`${before}-of-last-year`, 'old-key']);
    expect([await endpoint(), await kid()]).toEqual([before, key]);
  });

  it('altered-state and wrong-iss on the way back to the app', async () => {
    const query = encodeForm([
      ['response_type', 'code'],
      ['client_id', 'sandbox-server-web'],
      ['redirect_uri', 'http://localhost:5000/oauth2callback'],
      ['state', 'state & more'],
      ['prompt', 'none'],
    ]);
    const back = async () => {
      // An unknown response type is refused by redirect, without a form between.
      const asked = query.replace('response_type=code', 'response_type=none');
      const answer = await host.send(`/restapi/oauth/authorize?${asked}`, { redirect: 'manual' });
      return [
        answer.headers.get(faultHeader),
        new URL(answer.headers.get('location') ?? '').searchParams,
      ] as const;
    };
    await give('altered-state', { requests: 1 }, 'sandbox-server-web');
    const [altered, parameters] = await back();
    expect([altered, parameters.get('state')]).toEqual(['altered-state', 'state & more-altered']);
    await give('wrong-iss', { requests: 1 }, 'sandbox-server-web');
    const [wrong, other] = await back();
    expect([wrong, other.get('iss')]).toEqual(['wrong-iss', 'https://another-server.example']);
    expect(other.get('state')).toBe('state & more');
    expect((await back())[0]).toBeNull();
  });

  it.each([
    ['an unknown app', '/apps/nobody/faults', { fault: 'rate-limit' }, 404, 'client id'],
    ['an unknown fault', `/apps/${app}/faults`, { fault: 'fire' }, 400, 'one of: slow-answer'],
    [
      'ten million requests',
      `/apps/${app}/faults`,
      { fault: 'rate-limit', requests: 1e7 },
      400,
      '1000 or less',
    ],
    ['no request', `/apps/${app}/faults`, { fault: 'rate-limit', requests: 0 }, 400, '1 or more'],
    [
      'an hour of slowness',
      `/apps/${app}/faults`,
      { fault: 'slow-answer', seconds: 3600 },
      400,
      '60 or less',
    ],
    [
      'seconds for one that takes none',
      `/apps/${app}/faults`,
      { fault: 'html-body', seconds: 2 },
      400,
      'takes no seconds',
    ],
    [
      'a place where it is not met',
      `/apps/${app}/faults`,
      { fault: 'old-key', at: 'api' },
      400,
      'not met there',
    ],
    ['no body', `/apps/${app}/faults`, {}, 400, 'must be one of'],
  ])('refuses %s clearly', async (_, path, body, status, words) => {
    const answer = await control('POST', path, body);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(words);
    expect(await inForce()).toEqual([]);
  });

  it('refuses to take back what it does not know', async () => {
    expect((await control('DELETE', '/apps/nobody/faults')).status).toBe(404);
    expect((await control('DELETE', `/apps/${app}/faults?fault=fire`)).status).toBe(400);
  });

  it('forgets the faults of an app with the app, and all with a reset', async () => {
    await control('POST', '/apps', {
      name: 'Going',
      portal: 'classic',
      audience: 'private',
      platformType: 'ServerOther',
      redirectUris: [],
      scopes: [],
      clientId: 'going',
    });
    await give('rate-limit', {}, 'going');
    expect(await inForce()).toHaveLength(1);
    await control('DELETE', '/apps/going');
    expect(await inForce()).toEqual([]);
    await give('rate-limit', {});
    await control('POST', '/reset', {});
    expect(await inForce()).toEqual([]);
  });

  it('has a bound for all together', async () => {
    for (const fault of faultNames.filter((name) => !faultTable[name].needsSocket)) {
      for (const clientId of ['sandbox-server-web', 'sandbox-browser', app, 'sandbox-mobile']) {
        await give(fault, {}, clientId);
      }
      for (const clientId of ['sandbox-desktop', 'sandbox-jwt', 'sandbox-no-refresh']) {
        await give(fault, {}, clientId);
      }
    }
    expect(await inForce()).toHaveLength(100);
    const full = await give('rate-limit', {}, 'sandbox-public-web');
    expect([full.status, await full.text()]).toEqual([409, expect.stringContaining('100 faults')]);
    await control('POST', '/reset', {});
  });
});

describe('what breaks a connection', () => {
  const [node, worker] = hosts.map(callsOf) as [
    ReturnType<typeof callsOf>,
    ReturnType<typeof callsOf>,
  ];
  const broken = faultNames.filter((name) => faultTable[name].needsSocket);

  it.each(broken)('%s is refused in a tab, and said to be', async (fault) => {
    const refused = await worker.give(fault);
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('npm start'),
    ]);
    const list = await worker.control('GET', '/faults');
    expect(((await list.json()) as { available: string[] }).available).not.toContain(fault);
  });

  const requestOf = (body: string, more = '') =>
    `POST /restapi/oauth/token HTTP/1.1\r\nHost: localhost:${server.port}\r\nAuthorization: ${id}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n${more}\r\n${body}`;
  /** What a socket hears of a token request, and how it ends. */
  const heard = (body: string, sent = requestOf(body)) =>
    new Promise<{ text: string; error: string | undefined }>((resolve) => {
      let text = '';
      let error: string | undefined;
      const socket = connect(server.port, '127.0.0.1', () => socket.write(sent));
      socket.on('data', (chunk) => (text += String(chunk)));
      socket.on('error', (cause: Error & { code?: string }) => (error = cause.code));
      socket.on('close', () => resolve({ text, error }));
    });
  const body =
    'grant_type=password&username=%2B18335550100&extension=101&password=sandbox-password';

  it('resets the connection, and the log has the answer that never arrived', async () => {
    await node.give('reset-connection');
    expect(await heard(body)).toEqual({ text: '', error: 'ECONNRESET' });
    const last = await node.lastEvent();
    expect(last?.status).toBe(200);
    expect(last?.headers).toContainEqual([faultHeader, 'reset-connection']);
  });

  it('hangs up without a word', async () => {
    await node.give('empty-answer');
    expect(await heard(body)).toEqual({ text: '', error: undefined });
  });

  it('sends what is no chunk', async () => {
    await node.give('broken-chunk');
    const { text } = await heard(body);
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(text).toMatch(/transfer-encoding: chunked/i);
    expect(text).toMatch(/not-a-length\r\n$/);
    await node.give('broken-chunk');
    await expect(node.token().then((answer) => answer.text())).rejects.toThrow();
  });

  it.each([
    ['reset-connection', 1],
    ['empty-answer', 1],
    ['broken-chunk', 2],
  ])(
    '%s comes after the answer before it where both were asked at once',
    async (fault, answers) => {
      const both = requestOf(body) + requestOf(body, `Prefer: sandbox-fault=${fault}\r\n`);
      const { text } = await heard(body, both);
      expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(answers);
      expect(text).toMatch(answers === 1 ? /\}$/ : /not-a-length\r\n$/);
    },
  );

  it('goes on afterwards', async () => {
    expect((await node.token()).status).toBe(200);
  });
});

describe('a fault by a header', () => {
  const [node, worker] = hosts.map(callsOf) as [
    ReturnType<typeof callsOf>,
    ReturnType<typeof callsOf>,
  ];
  const prefer = { prefer: 'sandbox-fault=rate-limit' };

  it('is given to this request, and to no other', async () => {
    const answer = await node.token({}, prefer);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '2']);
    expect(answer.headers.get('preference-applied')).toBe('sandbox-fault=rate-limit');
    expect((await node.token()).status).toBe(200);
    expect(await node.inForce()).toEqual([]);
    const other = { prefer: 'respond-async, sandbox-fault="html-body"; wait=1' };
    expect((await node.token({}, other)).status).toBe(502);
  });

  it.each([
    { origin: 'http://localhost' },
    { origin: 'null' },
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'cross-site' },
  ])('is ignored where a browser sent it: %o', async (headers) => {
    const answer = await node.token({}, { ...prefer, ...headers });
    expect([answer.status, answer.headers.has('preference-applied')]).toEqual([200, false]);
  });

  it('is ignored in a tab, where every request is a page’s', async () => {
    expect((await worker.token({}, prefer)).status).toBe(200);
  });

  it.each([
    'Sandbox-Fault = rate-limit',
    'sandbox-fault="rate-limit"',
    'handling=lenient;x="a, b", , sandbox-fault=RATE-LIMIT ; x',
    'sandbox-fault=rate-limit, sandbox-fault=html-body',
  ])('is read as RFC 7240 writes it: %s', async (preference) => {
    expect((await node.token({}, { prefer: preference })).status).toBe(429);
  });

  it.each([
    'sandbox-fault=fire',
    'sandbox-fault',
    'xsandbox-fault=rate-limit',
    'code=429',
    // The value is a whole word, and what stands in a text or behind a semicolon is no preference.
    'sandbox-fault=rate-limit_9',
    'x="no, sandbox-fault=rate-limit"',
    'x="no\\", sandbox-fault=rate-limit',
    'x; sandbox-fault=rate-limit',
    // The first of two counts.
    'sandbox-fault=fire, sandbox-fault=rate-limit',
  ])('ignores %s, as RFC 7240 wants it', async (preference) => {
    const answer = await node.token({}, { prefer: preference });
    expect([answer.status, answer.headers.has(faultHeader)]).toEqual([200, false]);
  });
});

it('every fault has its words, and says where it is met', () => {
  for (const name of faultNames) {
    const { title, does, source } = faultWords[name];
    expect(title.length).toBeLessThan(48);
    expect(does).toMatch(/\.$/);
    expect(source.href).toMatch(/^https:\/\//);
    expect(faultTable[name].places.length).toBeGreaterThan(0);
  }
});
