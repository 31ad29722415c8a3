import type { NewJwt } from '#islands/sandbox-api/sandbox-api.ts';
import type { Core } from '../core.ts';
import type { SandboxCalls } from '../sandbox-calls.ts';
import type { Maker } from './made.ts';

/**
 * Has the sandbox make a JWT credential of extension 101, as a user does in the developer console.
 *
 * @returns undefined when it made none, which is said
 */
export async function mintJwt(
  core: Core,
  sandbox: SandboxCalls,
  wanted: Omit<NewJwt, 'extensionNumber'> = {},
): Promise<string | undefined> {
  const answer = await (await sandbox.client()).mintJwt({ extensionNumber: '101', ...wanted });
  if (answer.kind === 'done') {
    core.dismiss('make-failed');
    return answer.value.jwt;
  }
  core.notify({
    kind: 'make-failed',
    text: 'The sandbox made no credential. Check that it still runs, then press again.',
  });
  return undefined;
}

/** A credential of extension 101. */
export const makeJwt: Maker = async (core, { sandbox }) => {
  const jwt = await mintJwt(core, sandbox);
  if (jwt === undefined) return undefined;
  return { values: { assertion: { value: jwt } }, spoken: 'the credential is made.' };
};
