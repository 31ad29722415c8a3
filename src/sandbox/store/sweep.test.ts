import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { staleAfter } from '../limits.ts';
import { connect } from './indexeddb/database.ts';
import { createSessionStore } from './indexeddb/sessions.ts';
import { createTokenStore } from './indexeddb/tokens.ts';

it('a sweep looks at so many unused sessions at most, and the next goes on behind them', async () => {
  const connection = connect('sweep', () => 0);
  const sessions = createSessionStore(connection, 3);
  const tokens = createTokenStore(connection);
  const add = async (n: number, expiresAt: number) => {
    const id = `s${n}`;
    const owner = { clientId: 'app', userId: n, scopes: [] };
    await sessions.verbs.add(
      { ...owner, id, grantType: 'password', endpointId: 'e', createdAt: n, lastUsedAt: n },
      5,
      n,
    );
    const token = { ...owner, token: `t${n}`, sessionId: id, issuedAt: n, expiresAt };
    await tokens.addPair(token, undefined);
  };
  const now = staleAfter * 2;
  // The first three have a token that lives; the others expired long ago.
  for (let n = 0; n < 3; n += 1) await add(n, now + 1);
  for (let n = 3; n < 8; n += 1) await add(n, 10);
  const left = async () => (await sessions.verbs.list()).map(({ id }) => id);
  const sweep = async () => {
    await sessions.sweep(now);
    return left();
  };
  expect(await sweep()).toHaveLength(8);
  expect(await sweep()).toEqual(['s0', 's1', 's2', 's6', 's7']);
  expect(await sweep()).toEqual(['s0', 's1', 's2']);
  expect(await sweep()).toEqual(['s0', 's1', 's2']);
});
