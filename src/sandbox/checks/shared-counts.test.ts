import { expect, it } from 'vitest';
import { basic, makeTestSandbox } from '../testing/test-sandbox.ts';

it('AS-139 made-up user names fill every count that they share, and lock out no user who exists', async () => {
  const box = makeTestSandbox();
  await box.setPolicy({ failureLimit: 1 });
  const guess = async (username: string, password: string) => {
    const form = { grant_type: 'password', username, password };
    return (await box.token(form, basic('sandbox-server-only'))).status;
  };
  // Names of one character, whose codes follow each other: 64 of them have a count each.
  const names = Array.from({ length: 64 }, (_, at) => String.fromCharCode(64 + at));
  const round = async () => {
    const statuses = new Set<number>();
    for (const name of names) statuses.add(await guess(name, 'x'));
    return [...statuses];
  };
  expect(await round()).toEqual([400]);
  expect(await round()).toEqual([429]);
  expect(await guess('+18335550100*101', 'sandbox-password')).toBe(200);
});
