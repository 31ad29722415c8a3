import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ErrorCode, wireError } from '#protocol/errors/codes.ts';
import { webRandom } from '#protocol/random.ts';
import { type Policy, presets } from '../../policy.ts';
import { createSandbox } from '../../sandbox.ts';
import { createIndexedDbStore } from '../../store/indexeddb.ts';
import { createMemoryStore } from '../../store/memory.ts';
import type { Store } from '../../store/store.ts';
import { basic, makeClock, origin } from '../../testing/test-sandbox.ts';

const clientId = 'sandbox-server-only';
const week = 604_800;

type Step =
  | { does: 'sign in' }
  | { does: 'expire' }
  | { does: 'end sessions' }
  | { does: 'move the clock'; offsetSeconds: number }
  | { does: 'wait'; seconds: number }
  | { does: 'refresh' | 'revoke'; which: number };

const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.constant({ does: 'sign in' }),
    fc.constant({ does: 'expire' }),
    fc.constant({ does: 'end sessions' }),
    fc.record({
      does: fc.constant('move the clock' as const),
      offsetSeconds: fc.integer({ min: -week, max: week }),
    }),
    fc.record({ does: fc.constant('wait' as const), seconds: fc.constantFrom(1, 11, 600, 3600) }),
    fc.record({ does: fc.constantFrom('refresh' as const, 'revoke' as const), which: fc.nat(20) }),
  ),
  { minLength: 1, maxLength: 14 },
);

interface Pair {
  access_token: string;
  refresh_token: string;
}

/** A sandbox with the calls of the property, over HTTP alone. */
async function start(store: Store, policy: Policy) {
  const clock = makeClock();
  const sandbox = createSandbox({ store, clock, random: webRandom });
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await sandbox.fetch(new Request(`${origin}${path}`, init), { browser: 'b' });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
  const control = (method: string, path: string, json: unknown) =>
    send(`/sandbox/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(json),
    });
  const form = (path: string, fields: Record<string, string>) =>
    send(`/restapi/oauth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...basic(clientId) },
      body: new URLSearchParams(fields).toString(),
    });
  await send('/restapi');
  await store.policy.put({ ...policy, password: true });
  return {
    clock,
    control,
    form,
    call: async (token: string) => {
      const { status, body } = await send('/restapi/v1.0/account/~/extension/~', {
        headers: { authorization: `Bearer ${token}` },
      });
      // By its text, which both shapes of errors have.
      return { status, says: body.error_description ?? body.message };
    },
    inspect: async (token: string) =>
      (await control('POST', 'tokens/inspect', { token })).body as { status?: string },
  };
}

/** The answers of the API that each word of the inspector stands for. */
const says = (...codes: ErrorCode[]) => codes.map((code) => wireError(code).message);
const answersOf: Record<string, (string | undefined)[]> = {
  live: [undefined],
  expired: says('OAU-128'),
  ended: says('OAU-129', 'OAU-213'),
  // No longer kept: a sixth sign-in took its place.
  unknown: says('OAU-213'),
};

type Running = Awaited<ReturnType<typeof start>>;

async function expectAgreement({ inspect, call }: Running, token: string) {
  const { status = 'unknown' } = await inspect(token);
  const answer = await call(token);
  expect(answersOf[status], `the inspector says ${status}`).toContain(answer.says);
}

async function take(step: Step, running: Running, pairs: Pair[]): Promise<void> {
  const { clock, control, form, call, inspect } = running;
  const added = async (pair: Pair) => {
    expect(await call(pair.access_token), 'a new token works').toMatchObject({ status: 200 });
    pairs.push(pair);
  };
  if (step.does === 'sign in') {
    const fields = { username: '+18335550100*101', password: 'sandbox-password' };
    const { status, body } = await form('token', { grant_type: 'password', ...fields });
    expect(status).toBe(200);
    await added(body);
  } else if (step.does === 'move the clock') {
    await control('PUT', 'clock', { offsetSeconds: step.offsetSeconds });
  } else if (step.does === 'wait') clock.forward(step.seconds);
  else if (step.does === 'refresh' || step.does === 'revoke') {
    const pair = pairs[step.which % Math.max(1, pairs.length)];
    if (!pair) return;
    const token = pair.refresh_token;
    if (step.does === 'revoke') {
      await form('revoke', { token });
      return;
    }
    const { status: word = 'unknown' } = await inspect(token);
    const { status, body } = await form('token', {
      grant_type: 'refresh_token',
      refresh_token: token,
    });
    // What a replaced one is good for is the rotation's to say.
    if (word !== 'replaced')
      expect(status, `the inspector says ${word}`).toBe(word === 'live' ? 200 : 400);
    if (status === 200 && word === 'live') await added(body);
  } else {
    const act = step.does === 'expire' ? 'expire-access-tokens' : 'revoke-sessions';
    expect((await control('POST', `apps/${clientId}/acts`, { act })).status).toBe(200);
    for (const { access_token } of pairs) {
      const { status } = await inspect(access_token);
      expect(status).not.toBe('live');
    }
  }
}

let databases = 0;
const stores: [string, () => Store, number][] = [
  ['memory', () => createMemoryStore(), 120],
  ['IndexedDB', () => createIndexedDbStore(`acts-${(databases += 1)}`), 12],
];

describe.each(stores)('acts, clock and tokens agree, in %s', (_, createStore, numRuns) => {
  it.each(['ringcentral', 'strict'] as const)(
    'under %s a new token works, and the inspector says what the API does',
    async (preset) => {
      await fc.assert(
        fc.asyncProperty(steps, async (all) => {
          const running = await start(createStore(), presets[preset]);
          const pairs: Pair[] = [];
          for (const step of [{ does: 'sign in' } as const, ...all]) {
            await take(step, running, pairs);
            for (const { access_token } of pairs) await expectAgreement(running, access_token);
          }
        }),
        { numRuns },
      );
    },
  );

  it('a token made to expire while the clock was ahead stays so, and new ones work', async () => {
    const running = await start(createStore(), presets.ringcentral);
    const pairs: Pair[] = [];
    await take({ does: 'sign in' }, running, pairs);
    await take({ does: 'move the clock', offsetSeconds: week }, running, pairs);
    await take({ does: 'expire' }, running, pairs);
    await take({ does: 'move the clock', offsetSeconds: 0 }, running, pairs);
    const [{ access_token: token }] = pairs as [Pair];
    expect(await running.call(token)).toEqual({
      status: 401,
      says: 'Access token expired.',
    });
    expect(await running.inspect(token)).toMatchObject({ status: 'expired' });
    await take({ does: 'sign in' }, running, pairs);
    await take({ does: 'refresh', which: 0 }, running, pairs);
    expect(pairs).toHaveLength(3);
  });
});
