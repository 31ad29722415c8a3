import { expect, it } from 'vitest';
import { good, makeAuthorizeSandbox } from '../../testing/authorize-sandbox.ts';

it('the sign-in page, consent and a refusal say that the clock is moved, and only then', async () => {
  const sandbox = await makeAuthorizeSandbox();
  expect((await sandbox.ask(good)).text).not.toContain('The clock is moved');
  await sandbox.store.clock.putOffsetSeconds(604_800);
  const signIn = await sandbox.ask(good);
  const pages = [signIn, await sandbox.signIn(signIn), await sandbox.ask({ client_id: 'nobody' })];
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 400]);
  for (const { text } of pages) {
    expect(text).toContain('<strong>The clock is moved.</strong>');
    expect(text).toContain('7 days ahead of real time');
  }
});
