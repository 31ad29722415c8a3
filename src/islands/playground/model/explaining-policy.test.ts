import { describe, expect, it } from 'vitest';
import type { FlowName } from '#flows/ids.ts';
import { loadFlow } from '#flows/registry.ts';
import type { PolicyPatch } from '#sandbox/policy.ts';
import { beginReal, runStep, runUntil } from './testing/real-tab.ts';
import { explained } from './testing/walk.ts';

/** A flow on a sandbox with that policy, up to the step that is named and not sent. */
async function under(policy: PolicyPatch, flow: FlowName, step: string) {
  const run = await beginReal(await loadFlow(flow));
  const api = await run.tab.sandbox.client();
  expect(await api.putPolicy(policy)).toMatchObject({ kind: 'done' });
  await runUntil(run, step);
  return run;
}

describe('a policy that has a flow off is named as the cause, certain', () => {
  it.each([
    [{ preset: 'strict' }, 'The implicit flow is off on this server', 'AS-086'],
    [{ preset: 'ringcentral-today' }, 'The implicit flow is off on this server', 'AS-086'],
    [{ profile: 'oauth21' }, 'OAuth 2.1 has no implicit flow', 'AS-087'],
  ] as const)('implicit, %j', async (policy, title, id) => {
    const run = await under(policy, 'implicit', 'authorize');
    await runStep(run);
    const told = await explained(run.playground);
    expect(told).toMatchObject({ id, title, claims: [{ certainty: 'certain' }], kind: 'wrong' });
    expect(told.why).toContain(`(${id})`);
    expect(told.why).toContain('no setting of the app');
  });

  it.each([
    [{ preset: 'strict' }],
    [{ preset: 'ringcentral-today' }],
    [{ profile: 'oauth21' }],
  ] as const)('password, %j, whatever the settings of the app say', async (policy) => {
    const run = await under(policy, 'password', 'token');
    await runStep(run);
    const told = await explained(run.playground);
    expect(told).toMatchObject({
      id: 'AS-140',
      title: 'The password flow is off on this server',
      claims: [{ certainty: 'certain' }],
    });
    expect(told.why).toContain('(AS-140)');
  });

  it('a scope that the app does not have, asked for with the sign-in', async () => {
    const run = await under({ unknownScope: 'refuse' }, 'auth-code-pkce', 'authorize');
    run.playground.request.edit('scope', 'ReadAccounts Faxes');
    await runStep(run);
    expect(await explained(run.playground)).toMatchObject({
      id: 'AS-054',
      title: 'The app does not have the scope Faxes',
      claims: [{ certainty: 'certain' }],
    });
  });
});
