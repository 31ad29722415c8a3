import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox, type RunningSandbox } from '../sandbox-under-test.ts';
import { runRow } from './run.ts';
import { table } from './table/index.ts';

/**
 * Each way to weaken the strict policy, or what a row sets over it, and a row
 * that must notice. Without this, a row that checks nothing would look as green
 * as the others.
 */
const mutations: readonly { weaken: Record<string, unknown>; red: string }[] = [
  { weaken: { pkce: 'optional' }, red: 'AS-074a' },
  { weaken: { plain: true }, red: 'AS-075a' },
  { weaken: { redirectMatch: 'prefix' }, red: 'AS-036a' },
  { weaken: { profile: 'oauth20' }, red: 'AS-087' },
  { weaken: { profile: 'oauth20' }, red: 'AS-140c' },
  { weaken: { profile: 'oauth20' }, red: 'AS-182c' },
  { weaken: { implicit: true }, red: 'AS-198a' },
  { weaken: { implicit: true }, red: 'AS-086a' },
  { weaken: { password: true }, red: 'AS-140a' },
  { weaken: { rotation: 'none' }, red: 'AS-143' },
  { weaken: { rotation: 'none' }, red: 'AS-150a' },
  { weaken: { rotation: 'rotate' }, red: 'AS-150e' },
  { weaken: { rotation: 'rotate' }, red: 'AS-144a' },
  { weaken: { rotation: 'grace' }, red: 'AS-144a' },
  { weaken: { rotation: 'rotate' }, red: 'AS-144e' },
  { weaken: { codeLifetimeSeconds: 3600 }, red: 'AS-059a' },
  { weaken: { codeTombstoneSeconds: 0 }, red: 'AS-126' },
  { weaken: { accessTokenLifetimeSeconds: 86_400 }, red: 'AS-178d' },
  { weaken: { refreshTokenLifetimeSeconds: 31_536_000 }, red: 'AS-141f' },
  { weaken: { consumeCodeOnWrongVerifier: false }, red: 'AS-134' },
  { weaken: { revokeOnReplay: 'none' }, red: 'AS-125a' },
  { weaken: { revokeOnReplay: 'any' }, red: 'AS-125c' },
  { weaken: { unknownScope: 'ignore' }, red: 'AS-054a' },
  { weaken: { unknownScope: 'drop' }, red: 'AS-054a' },
  { weaken: { unknownScope: 'ignore' }, red: 'AS-161a' },
  { weaken: { iss: false }, red: 'AS-062a' },
  { weaken: { queryToken: true }, red: 'AS-182a' },
  { weaken: { revokeCascade: 'token' }, red: 'AS-170' },
  { weaken: { errorShape: 'ringcentral' }, red: 'AS-109a' },
  { weaken: { errorShape: 'ringcentral' }, red: 'AS-162a' },
  { weaken: { basicDecoding: 'tolerant' }, red: 'AS-103a' },
  { weaken: { pkceReplacesSecret: true }, red: 'AS-129b' },
  { weaken: { sessionsPerUserAndApp: 1000 }, red: 'RC-026' },
  { weaken: { refreshFamilyLifetimeSeconds: 0 }, red: 'AS-147d' },
  { weaken: { queryToken: true }, red: 'AS-164f' },
  { weaken: { errorShape: 'ringcentral' }, red: 'AS-164d' },
  { weaken: { failureLimit: 0 }, red: 'AS-012d' },
  { weaken: { failureLimit: 0 }, red: 'AS-139c' },
  { weaken: { failureLimit: 0 }, red: 'AS-139f' },
  { weaken: { rateLimit: false }, red: 'AS-012a' },
  { weaken: { rateLimit: false }, red: 'AS-139a' },
  { weaken: { rateLimit: false }, red: 'RC-090c' },
];

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

describe('a weak switch turns a strict row red', () => {
  const rows = new Map(
    Object.values(table)
      .flat()
      .map((row) => [row.id, row]),
  );
  for (const { weaken, red } of mutations) {
    test(`${red} notices ${JSON.stringify(weaken)}`, async () => {
      const row = rows.get(red);
      if (row === undefined) throw new Error(`no row ${red}`);
      expect(row.presets).toContain('strict');
      expect(await runRow(row, sandbox, { preset: 'strict' })).toEqual({ kind: 'passed' });
      expect(await runRow(row, sandbox, { preset: 'strict', weaken })).toMatchObject({
        kind: 'failed',
      });
    });
  }
});

test('every field of the policy is weakened', async () => {
  const response = await sandbox.fetch(new Request(`${sandbox.origin}/sandbox/api/policy`));
  const fields = Object.keys((await response.json()) as object);
  const covered = new Set(mutations.flatMap(({ weaken }) => Object.keys(weaken)));
  expect(fields.filter((field) => !covered.has(field))).toEqual([]);
});
