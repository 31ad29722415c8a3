import { expect, vi } from 'vitest';
import { createSandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import { fakeEvents, fakeSince } from '#islands/sandbox-events/testing/fake-events.ts';
import { webRandom } from '#protocol/random.ts';
import { createSandbox } from '#sandbox/sandbox.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';
import { type Console, createConsole } from '../console.ts';

export const origin = 'http://localhost:4321';

/** A page over a sandbox that can be started again and stopped. */
export function makePage() {
  const kept = new Map<string, string>();
  const start = () =>
    createSandbox({
      store: createMemoryStore(),
      clock: { now: () => 1_700_000_000_000 },
      random: webRandom,
      siteOrigins: [origin],
    });
  let sandbox: ReturnType<typeof start> | undefined = start();
  let fragment = '';
  let moved: (offsetSeconds: number) => void = () => undefined;
  const fake = fakeEvents();
  let leavesOut = false;
  const asked: string[] = [];
  const fetch = (request: Request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    return sandbox
      ? sandbox.fetch(request, { browser: '' })
      : Promise.reject(new TypeError('Failed to fetch'));
  };
  const open = (): Console =>
    createConsole({
      origin,
      fetch,
      events: fake.events,
      since: fakeSince(),
      strangersChoice: { read: () => leavesOut, write: (choice) => (leavesOut = choice) },
      clock: { now: () => 1_700_000_000_000 },
      session: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, text) => void kept.set(key, text),
        removeItem: (key) => void kept.delete(key),
      },
      fragment: () => fragment,
      setFragment: (next) => (fragment = next),
      watchClock: (callback) => {
        moved = callback;
        return () => undefined;
      },
      watchFragment: () => () => undefined,
    });
  return {
    asked,
    /** What another page does. */
    api: () => createSandboxApi({ fetch, origin }),
    open,
    goTo: (next: string) => (fragment = next),
    fragment: () => fragment,
    restart: () => (sandbox = start()),
    stop: () => (sandbox = undefined),
    tell: fake.tell,
    wanted: () => fake.wanted(),
    leavesOut: () => leavesOut,
    moveClock: (offsetSeconds: number) => moved(offsetSeconds),
    started: async () => {
      const page = open();
      page.start();
      await vi.waitFor(() => expect(page.ready.value).toBe(true));
      return page;
    },
  };
}
