import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Policy } from '#sandbox/policy.ts';
import { createIndexedDbStore } from '#sandbox/store/indexeddb.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';
import {
  basic,
  makeTestSandbox as sandboxOver,
  origin,
  read,
} from '#sandbox/testing/test-sandbox.ts';
import type { TestSandbox, TokenBody } from '#sandbox/testing/test-sandbox.ts';

let databases = 0;
const stores = [
  { name: 'memory', many: 1000, createStore: createMemoryStore },
  // The stand-in for a browser's database takes four times as long for twice as many.
  {
    name: 'IndexedDB',
    many: 50,
    createStore: () => createIndexedDbStore(`races-${(databases += 1)}`),
  },
];
const app = basic('sandbox-server-web');
const rotations: readonly Policy['rotation'][] = ['none', 'rotate', 'grace', 'reuse-detection'];

type Answer = TokenBody & { status: number };

const atOnce = <Value>(times: number, call: () => Promise<Value>) =>
  Promise.all(Array.from({ length: times }, call));

const redeem = async (box: TestSandbox, code: string): Promise<Answer> =>
  read(
    await box.token(
      { grant_type: 'authorization_code', code, redirect_uri: `${origin}/callback/` },
      app,
    ),
  );
const refresh = async (box: TestSandbox, token: string): Promise<Answer> =>
  read(await box.token({ grant_type: 'refresh_token', refresh_token: token }, app));
const useIt = async (box: TestSandbox, token: string): Promise<number> => {
  const headers = { authorization: `Bearer ${token}` };
  return (await box.send('/restapi/v1.0/account/~/extension/~', { headers })).status;
};

/** How many answers there are of each kind: its status, with its error where it is one. */
function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, error } of answers) {
    const kind = error === undefined ? String(status) : `${status} ${error}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
const winnerOf = (answers: readonly Answer[]): Answer => {
  const winner = answers.find(({ status }) => status === 200);
  if (!winner) throw new Error('Nobody won');
  return winner;
};

describe.each(stores)('in $name', ({ many, createStore }) => {
  const makeTestSandbox = () => sandboxOver(createStore());

  describe(`${many} at the same time`, () => {
    it.each(rotations)(
      'AS-127, AS-125 redeem one code under %s: one success, and the session ends',
      async (rotation) => {
        const box = makeTestSandbox();
        await box.setPolicy({ rotation });
        const code = await box.addCode();
        const answers = await atOnce(many, () => redeem(box, code));
        expect(tally(answers)).toEqual({ '200': 1, '400 invalid_grant': many - 1 });
        const { access_token, refresh_token } = winnerOf(answers);
        expect(await useIt(box, access_token)).toBe(401);
        expect(await refresh(box, refresh_token)).toMatchObject({
          status: 400,
          error: 'invalid_grant',
        });
        expect(await box.store.sessions.list()).toEqual([]);
      },
    );

    /** A session, its refresh token asked for by all at once. */
    async function race(rotation: Policy['rotation']) {
      const box = makeTestSandbox();
      await box.setPolicy({ rotation });
      const first = await redeem(box, await box.addCode());
      expect(first.status).toBe(200);
      const answers = await atOnce(many, () => refresh(box, first.refresh_token));
      return { box, first, answers };
    }

    it('AS-151 refresh under none: each gets an access token, and the refresh token goes on', async () => {
      const { box, first, answers } = await race('none');
      expect(tally(answers)).toEqual({ '200': many });
      expect(new Set(answers.map(({ access_token }) => access_token)).size).toBe(many);
      expect((await refresh(box, first.refresh_token)).status).toBe(200);
    });

    it('AS-141 refresh under rotate: one success, and its pair lives', async () => {
      const { box, answers } = await race('rotate');
      expect(tally(answers)).toEqual({ '200': 1, '400 invalid_grant': many - 1 });
      const winner = winnerOf(answers);
      expect(await useIt(box, winner.access_token)).toBe(200);
      expect((await refresh(box, winner.refresh_token)).status).toBe(200);
    });

    it('AS-150 refresh under grace: all get the one pair', async () => {
      const { box, first, answers } = await race('grace');
      expect(tally(answers)).toEqual({ '200': many });
      const pairs = new Set(answers.map((one) => `${one.access_token} ${one.refresh_token}`));
      expect(pairs.size).toBe(1);
      expect(await useIt(box, winnerOf(answers).access_token)).toBe(200);
      expect(await useIt(box, first.access_token)).toBe(401);
    });

    it('AS-144 refresh under reuse-detection: one success, and the family ends', async () => {
      const { box, answers } = await race('reuse-detection');
      expect(tally(answers)).toEqual({ '200': 1, '400 invalid_grant': many - 1 });
      const winner = winnerOf(answers);
      expect(await useIt(box, winner.access_token)).toBe(401);
      expect((await refresh(box, winner.refresh_token)).status).toBe(400);
      expect(await box.store.sessions.list()).toEqual([]);
    });
  });

  describe('revoke against refresh', () => {
    it.each(rotations)(
      'AS-172 no token outlives a revocation that was answered 200, under %s',
      async (rotation) => {
        const box = makeTestSandbox();
        await box.setPolicy({ rotation });
        for (let round = 0; round < 50; round += 1) {
          const { refresh_token, access_token } = await redeem(box, await box.addCode());
          const revoke = () => box.revoke({ token: refresh_token }, app);
          // The other way round at every second, since whoever calls first is a step ahead.
          const ask = () => refresh(box, refresh_token);
          const [revoked, refreshed] =
            round % 2 === 0
              ? await Promise.all([revoke(), ask()])
              : ((await Promise.all([ask(), revoke()])).reverse() as [Response, Answer]);
          expect(revoked.status).toBe(200);
          const left = [access_token, refreshed.access_token].filter((one) => one !== undefined);
          for (const token of left) expect(await useIt(box, token), `round ${round}`).toBe(401);
          const next = refreshed.status === 200 ? refreshed.refresh_token : refresh_token;
          expect((await refresh(box, next)).status, `round ${round}`).toBe(400);
        }
      },
    );
  });
});
