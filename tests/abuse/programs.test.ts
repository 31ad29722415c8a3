import { type IncomingMessage, type ClientRequest, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, makeOwnApp, percentile, startReader } from './support/reader.ts';
import { type Victim, startVictim } from './support/victim.ts';

/** A program on this machine that loops: apps, event streams, sign-ins that nobody finishes. */
let victim: Victim;
beforeAll(async () => {
  victim = await startVictim();
});
afterAll(() => victim.end());

interface Refusal {
  errors: { code?: string; message: string }[];
}

/** Does something many times, a few at once. */
async function many<Value>(
  count: number,
  at: number,
  one: (index: number) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      values.push(await one(index));
    }
  };
  await Promise.all(Array.from({ length: at }, worker));
  return values;
}

interface Opened {
  status: number;
  body: string;
  close(): void;
}

/** Opens a stream and never reads on after its first octets. */
function openStream(port: number): Promise<Opened> {
  return new Promise((resolve) => {
    const sent: ClientRequest = request(
      { host: '127.0.0.1', port, path: '/sandbox/api/events', agent: false },
      (response: IncomingMessage) => {
        const status = response.statusCode ?? 0;
        if (status === 200) {
          response.pause();
          resolve({ status, body: '', close: () => sent.destroy() });
          return;
        }
        let body = '';
        response.on('data', (piece: Buffer) => (body += piece.toString()));
        response.on('end', () => resolve({ status, body, close: () => sent.destroy() }));
      },
    );
    sent.on('error', () => resolve({ status: 0, body: '', close: () => undefined }));
    sent.end();
  });
}

describe('a program in a loop', () => {
  test('makes 20,000 apps: refused with its code past the bound, and the list stays quick', async () => {
    const own = await makeOwnApp(victim.origin);
    const uri = (index: number, one: number) =>
      `http://localhost:5000/${index}/${one}/`.padEnd(1900, 'x');
    const answers = await many(20_000, 20, async (index) => {
      const { status, body } = await call<Refusal>(victim.origin, 'POST', 'apps', {
        name: `App ${index}`,
        portal: 'current',
        audience: 'private',
        platformType: 'ServerWeb',
        methods: ['three-legged'],
        issueRefreshTokens: true,
        redirectUris: Array.from({ length: 10 }, (_, one) => uri(index, one)),
        scopes: ['ReadAccounts'],
      });
      return { status, code: body.errors?.[0]?.code };
    });
    const refused = answers.filter(({ status }) => status !== 201);
    console.log(
      `${answers.length - refused.length} apps made, ${refused.length} refused with ${refused[0]?.status} ${refused[0]?.code}; memory at most ${victim.mostMemory()} MB`,
    );
    expect(new Set(refused.map(({ status, code }) => `${status} ${code}`)).size).toBe(1);
    expect(refused[0]?.code).toMatch(/^SANDBOX-LIMIT-/);
    const before = performance.now();
    const list = await fetch(`${victim.origin}/sandbox/api/apps`);
    const { length } = await list.text();
    console.log(`the list: ${length} characters in ${Math.round(performance.now() - before)} ms`);
    expect(length).toBeLessThan(16_000_000);
    expect((await call(victim.origin, 'GET', `apps/${own.clientId}`)).status).toBe(200);
    expect(victim.mostMemory()).toBeLessThanOrEqual(450);
  });

  test('opens 10,000 streams that nobody reads: a bounded number is open, the reader goes on', async () => {
    const own = {
      ...(await call<{ clientId: string }>(victim.origin, 'GET', 'apps/readers-own-app')).body,
    };
    const made = await call<{ jwt: string }>(victim.origin, 'POST', 'jwt', {
      extensionNumber: '101',
    });
    const reader = startReader(victim.origin, { clientId: own.clientId, jwt: made.body.jwt });
    const opened = await many(10_000, 50, () => openStream(victim.port));
    const open = opened.filter(({ status }) => status === 200);
    const refused = opened.filter(({ status }) => status !== 200);
    await reader.stop();
    console.log(
      `${open.length} streams open, ${refused.length} refused with ${refused[0]?.status}; memory at most ${victim.mostMemory()} MB; the reader's p99 ${percentile(reader.took, 0.99)} ms, most ${Math.round(Math.max(...reader.took))} ms`,
    );
    expect(open.length).toBeGreaterThan(5);
    expect(open.length).toBeLessThanOrEqual(1000);
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([429]));
    expect(refused[0]?.body).toMatch(/SANDBOX-LIMIT-/);
    expect(reader.wrong).toEqual([]);
    for (const one of opened) one.close();
    // Room again for who comes next.
    let again: Opened | undefined;
    await expect
      .poll(async () => {
        again?.close();
        again = await openStream(victim.port);
        return again.status;
      })
      .toBe(200);
    again?.close();
    expect(victim.mostMemory()).toBeLessThanOrEqual(450);
    expect(percentile(reader.took, 0.99)).toBeLessThanOrEqual(120);
    expect(Math.max(...reader.took)).toBeLessThanOrEqual(250);
  });
});
