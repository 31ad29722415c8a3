import { describe, expect, it } from 'vitest';
import type { Exchange } from '#protocol/exchange.ts';
import { webRandom } from '#protocol/random.ts';
import { createSandbox } from '#sandbox/sandbox.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';

const origin = 'http://localhost:4321';
const events = 200;

/** A form that was made to cost time: as many short secrets as an exchange is searched for. */
const body = Array.from({ length: 60 }, (_, n) => `code=short-${n}`)
  .join('&')
  .padEnd(8000, '&a=b');

async function hostileLog() {
  const store = createMemoryStore();
  const sandbox = createSandbox({ store, clock: { now: () => 0 }, random: webRandom });
  const ask = (path: string) => sandbox.fetch(new Request(origin + path), { browser: 'test' });
  await ask('/restapi');
  let made = 0;
  for (let n = 1; n <= events; n += 1) {
    const exchange = (): Exchange => {
      made += 1;
      return {
        id: `${n}`,
        from: 'app',
        to: 'authorization-server',
        startedAt: 0,
        clientId: 'sandbox-browser',
        request: { method: 'POST', url: `${origin}/restapi/oauth/token`, headers: [], body },
      };
    };
    const about = { id: `${n}`, caller: 'program' as const, octets: body.length };
    await store.events.append('sandbox-browser', exchange, about);
  }
  return { ask, made: () => made };
}

/** How many events were masked at most in one turn of the loop, until a promise is settled. */
async function mostInATurn(made: () => number, until: Promise<unknown>): Promise<number> {
  let most = 0;
  let before = made();
  let isOver = false;
  void until.finally(() => (isOver = true));
  while (!isOver) {
    await new Promise((resolve) => setImmediate(resolve));
    most = Math.max(most, made() - before);
    before = made();
  }
  return most;
}

describe('a log that was made to cost time', () => {
  it('lets others through every few events, as a backlog and as a stream, and is masked once', async () => {
    const { ask, made } = await hostileLog();
    expect(made()).toBe(0);
    const backlog = ask('/sandbox/api/events/backlog?clientId=sandbox-browser');
    expect(await mostInATurn(made, backlog)).toBeLessThanOrEqual(3);
    expect(made()).toBe(events);
    await ask('/sandbox/api/events/backlog?limit=1000');
    expect(made()).toBe(events);
  });

  it('is masked as far as a slow reader reads, and no further', async () => {
    const { ask, made } = await hostileLog();
    const stream = await ask('/sandbox/api/events?clientId=sandbox-browser');
    const reader = stream.body?.getReader();
    // Before the first piece comes the time after which a browser opens a lost stream again.
    await reader?.read();
    expect(await mostInATurn(made, reader?.read() ?? Promise.resolve())).toBeLessThanOrEqual(3);
    expect(made()).toBeGreaterThan(0);
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(made()).toBeLessThanOrEqual(75);
    await reader?.cancel();
  });
});
