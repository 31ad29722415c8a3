import { createIndexedDbStore } from '#sandbox/store/indexeddb.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';
import { makeTestSandbox } from '#sandbox/testing/test-sandbox.ts';
import { redeemAtOnce, refreshAtOnce, revokeAmongRefreshes, type Rotation } from './race.ts';

/**
 * The races in a worker of a browser, over its own database. What decides a race is kept there: codes,
 * sessions and tokens. The rest is in memory, because it decides none and takes most of the time.
 */
const races = { redeemAtOnce, refreshAtOnce, revokeAmongRefreshes };

export interface Wanted {
  race: keyof typeof races;
  rotation: Rotation;
  many: number;
}

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<Wanted>) => void;
  postMessage(message: unknown): void;
};

let databases = 0;

async function run({ race, rotation, many }: Wanted): Promise<unknown> {
  const store = createIndexedDbStore(`races-${(databases += 1)}`);
  const { codes, sessions, tokens } = store;
  const box = makeTestSandbox({ ...createMemoryStore(), codes, sessions, tokens });
  const found = await races[race](box, many, rotation);
  await store.close();
  return found;
}

scope.onmessage = ({ data }) => {
  run(data).then(
    (found) => scope.postMessage({ found }),
    (error: unknown) => scope.postMessage({ error: String(error) }),
  );
};
