import { expect, it } from 'vitest';
import { makeAuthorizeSandbox, good } from '../testing/authorize-sandbox.ts';

it('a refusal by the settings leads to the words of its rule', async () => {
  const { ask, signIn } = await makeAuthorizeSandbox();
  const refused = await signIn(await ask(good), '+18335550100*102');
  expect(refused).toMatchObject({ status: 400, rule: 'X23' });
  expect(refused.text).toContain('<a href="/reference/app-settings/#x23"><code>X23</code></a>');
});

it('each page of a sign-in has its first button under the Enter key', async () => {
  const { ask, signIn } = await makeAuthorizeSandbox();
  const page = await ask(good);
  expect(page.text).toMatch(/name="sign-in"\s+value="1"\s+autofocus/);
  expect((await signIn(page)).text).toMatch(/name="allow"\s+value="1"\s+autofocus/);
});
