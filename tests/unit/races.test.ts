import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createIndexedDbStore } from '#sandbox/store/indexeddb.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';
import { makeTestSandbox } from '#sandbox/testing/test-sandbox.ts';
import {
  nothingLives,
  redeemAtOnce,
  redeemedOnce,
  refreshAtOnce,
  refreshed,
  revokeAgainstRefresh,
  revokeAmongRefreshes,
  rotations,
} from '../races/race.ts';

let databases = 0;
const stores = [
  { name: 'memory', many: 1000, createStore: createMemoryStore },
  // The stand-in for a browser's database takes four times as long for twice as many; a real one
  // has its thousand in tests/browser/races.spec.ts.
  {
    name: 'IndexedDB',
    many: 50,
    createStore: () => createIndexedDbStore(`races-${(databases += 1)}`),
  },
];

describe.each(stores)('in $name', ({ many, createStore }) => {
  describe.each(rotations)(`${many} at the same time, under %s`, (rotation) => {
    it('AS-127, AS-125 redeem one code: one success, and the session ends', async () => {
      const found = await redeemAtOnce(makeTestSandbox(createStore()), many, rotation);
      expect(found).toEqual(redeemedOnce(many));
    });

    it('AS-141, AS-144, AS-150, AS-151 refresh with one token: what this rotation gives', async () => {
      const found = await refreshAtOnce(makeTestSandbox(createStore()), many, rotation);
      expect(found).toEqual(refreshed[rotation](many));
    });

    it('AS-172 refresh while the token is revoked: none outlives an answer of 200', async () => {
      const found = await revokeAmongRefreshes(makeTestSandbox(createStore()), many, rotation);
      expect(found).toEqual(nothingLives);
    });
  });

  it.each(rotations)('AS-172 revoke against one refresh, 50 times under %s', async (rotation) => {
    const box = makeTestSandbox(createStore());
    expect(await revokeAgainstRefresh(box, 50, rotation)).toEqual([]);
  });
});
