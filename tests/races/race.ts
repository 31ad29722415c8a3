import type { Policy } from '#sandbox/policy.ts';
import { basic, origin, read } from '#sandbox/testing/test-sandbox.ts';
import type { TestSandbox, TokenBody } from '#sandbox/testing/test-sandbox.ts';

/**
 * Many requests at the same time for what only one may have, and what came of it: run in Node over
 * both stores, and in a browser over its own database.
 */
export type Rotation = Policy['rotation'];
export const rotations: readonly Rotation[] = ['none', 'rotate', 'grace', 'reuse-detection'];

type Answer = TokenBody & { status: number };
const app = basic('sandbox-server-web');

const atOnce = <Value>(times: number, call: (index: number) => Promise<Value>) =>
  Promise.all(Array.from({ length: times }, (_one, index) => call(index)));

const redeem = async (box: TestSandbox, code: string): Promise<Answer> =>
  read(
    await box.token(
      { grant_type: 'authorization_code', code, redirect_uri: `${origin}/callback/` },
      app,
    ),
  );
const refresh = async (box: TestSandbox, token: string): Promise<Answer> =>
  read(await box.token({ grant_type: 'refresh_token', refresh_token: token }, app));
const revoke = async (box: TestSandbox, token: string): Promise<number> =>
  (await box.revoke({ token }, app)).status;
/** The status of an API call. */
const use = async (box: TestSandbox, token: string): Promise<number> => {
  const headers = { authorization: `Bearer ${token}` };
  return (await box.send('/restapi/v1.0/account/~/extension/~', { headers })).status;
};

const kindOf = ({ status, error }: Answer): string =>
  error === undefined ? String(status) : `${status} ${error}`;
/** How many answers there are of each kind: its status, with its error where it is one. */
function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[kindOf(answer)] = (counts[kindOf(answer)] ?? 0) + 1;
  return counts;
}
const wins = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 200);
const sessionsOf = async ({ store }: TestSandbox) => (await store.sessions.list()).length;

/** A session of its own under a policy. */
async function begin(box: TestSandbox, rotation: Rotation): Promise<Answer> {
  await box.setPolicy({ rotation });
  const first = await redeem(box, await box.addCode());
  if (first.status !== 200) throw new Error(`The first exchange answered ${first.status}`);
  return first;
}

/** What a pair is still good for, its access token first. */
const goodFor = async (box: TestSandbox, pair: Answer | undefined) => ({
  access: await use(box, pair?.access_token ?? ''),
  refresh: kindOf(await refresh(box, pair?.refresh_token ?? '')),
});

export async function redeemAtOnce(box: TestSandbox, many: number, rotation: Rotation) {
  await box.setPolicy({ rotation });
  const code = await box.addCode();
  const answers = await atOnce(many, () => redeem(box, code));
  return {
    answers: tally(answers),
    winner: await goodFor(box, wins(answers)[0]),
    sessions: await sessionsOf(box),
  };
}

/** AS-127, AS-125: one success, and because the others were replays, its session ends. */
export const redeemedOnce = (many: number): Awaited<ReturnType<typeof redeemAtOnce>> => ({
  answers: { '200': 1, '400 invalid_grant': many - 1 },
  winner: { access: 401, refresh: '400 invalid_grant' },
  sessions: 0,
});

export async function refreshAtOnce(box: TestSandbox, many: number, rotation: Rotation) {
  const first = await begin(box, rotation);
  const answers = await atOnce(many, () => refresh(box, first.refresh_token));
  const won = wins(answers);
  return {
    answers: tally(answers),
    accessTokens: new Set(won.map(({ access_token }) => access_token)).size,
    refreshTokens: new Set(won.map(({ refresh_token }) => refresh_token)).size,
    first: await use(box, first.access_token),
    winner: await goodFor(box, won[0]),
    sessions: await sessionsOf(box),
  };
}

/** What becomes of so many refreshes under each rotation. */
export const refreshed: Record<
  Rotation,
  (many: number) => Awaited<ReturnType<typeof refreshAtOnce>>
> = {
  // AS-151: each gets an access token of its own, and the one refresh token goes on.
  none: (many) => ({
    answers: { '200': many },
    accessTokens: many,
    refreshTokens: 1,
    first: 200,
    winner: { access: 200, refresh: '200' },
    sessions: 1,
  }),
  // AS-141: one success, and its pair lives.
  rotate: (many) => ({
    answers: { '200': 1, '400 invalid_grant': many - 1 },
    accessTokens: 1,
    refreshTokens: 1,
    first: 401,
    winner: { access: 200, refresh: '200' },
    sessions: 1,
  }),
  // AS-150: all get the one pair.
  grace: (many) => ({
    answers: { '200': many },
    accessTokens: 1,
    refreshTokens: 1,
    first: 401,
    winner: { access: 200, refresh: '200' },
    sessions: 1,
  }),
  // AS-144: one success, and the others end the family.
  'reuse-detection': (many) => ({
    answers: { '200': 1, '400 invalid_grant': many - 1 },
    accessTokens: 1,
    refreshTokens: 1,
    first: 401,
    winner: { access: 401, refresh: '400 invalid_grant' },
    sessions: 0,
  }),
};

/** One revocation in the middle of so many refreshes of the same token. */
export async function revokeAmongRefreshes(box: TestSandbox, many: number, rotation: Rotation) {
  const first = await begin(box, rotation);
  let revoked = 0;
  const answers = await atOnce(many, async (index) => {
    if (index === Math.floor(many / 2)) revoked = await revoke(box, first.refresh_token);
    return refresh(box, first.refresh_token);
  });
  const unexpected = answers
    .map(kindOf)
    .filter((kind) => !/^(?:200|400 invalid_grant)$/.test(kind));
  const tokens = new Set([first, ...wins(answers)].map(({ access_token }) => access_token));
  const uses = await Promise.all([...tokens].map((token) => use(box, token)));
  return {
    revoked,
    unexpected,
    living: uses.filter((status) => status !== 401).length,
    winner: await goodFor(box, wins(answers)[0] ?? first),
    sessions: await sessionsOf(box),
  };
}

/** AS-172: no token outlives a revocation that was answered 200. */
export const nothingLives: Awaited<ReturnType<typeof revokeAmongRefreshes>> = {
  revoked: 200,
  unexpected: [],
  living: 0,
  winner: { access: 401, refresh: '400 invalid_grant' },
  sessions: 0,
};

/** A revocation beside one refresh, again and again: which rounds left a token that lives. */
export async function revokeAgainstRefresh(box: TestSandbox, rounds: number, rotation: Rotation) {
  const outlived: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { refresh_token, access_token } = await begin(box, rotation);
    // The other way round at every second, since whoever calls first is a step ahead.
    const calls = [() => revoke(box, refresh_token), () => refresh(box, refresh_token)] as const;
    const [revoked, answer] =
      round % 2 === 0
        ? await Promise.all([calls[0](), calls[1]()])
        : ((await Promise.all([calls[1](), calls[0]()])).reverse() as [number, Answer]);
    const uses = [await use(box, access_token)];
    if (answer.status === 200) uses.push(await use(box, answer.access_token));
    const next = await refresh(box, answer.status === 200 ? answer.refresh_token : refresh_token);
    const isOver = revoked === 200 && next.status === 400 && uses.every((one) => one === 401);
    if (!isOver) outlived.push(`round ${round}: ${revoked}, ${uses.join(' ')}, ${next.status}`);
  }
  return outlived;
}
