import type { Core } from '../core.ts';
import type { SandboxCalls } from '../sandbox-calls.ts';

/** Makes the app's codes live so many seconds at the sandbox, the one in hand too. */
export async function setLifetime(
  core: Core,
  sandbox: SandboxCalls,
  seconds: number,
  done: string,
): Promise<void> {
  const patch = { codeLifetimeSeconds: seconds };
  const api = await sandbox.client();
  // Issued ones too: their age is counted when they are redeemed.
  const answer = await api.putPolicy(patch, core.app.value.clientId);
  if (answer.kind !== 'done') {
    core.notify({
      kind: 'policy-failed',
      text: 'The sandbox did not accept the new lifetime. The code expires as before.',
    });
    return;
  }
  core.dismiss('policy-failed');
  const { codeLifetimeSeconds } = answer.value;
  core.update({ codeLifetimeSeconds });
  const { code } = core.current().values;
  if (code) core.hold('code', { ...code, lifetimeSeconds: codeLifetimeSeconds });
  core.announce(done);
}
