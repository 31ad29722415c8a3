import type { UserView } from '#islands/sandbox-api/sandbox-api.ts';
import type { Core } from '../core.ts';
import type { SandboxCalls } from '../sandbox-calls.ts';
import type { Maker } from './made.ts';

/** The demo user that every form is filled with; undefined when the sandbox does not tell, which is said. */
export async function demoUser(core: Core, sandbox: SandboxCalls): Promise<UserView | undefined> {
  const answer = await (await sandbox.client()).listUsers();
  const user = answer.kind === 'done' ? answer.value[0] : undefined;
  if (user) core.dismiss('make-failed');
  else {
    core.notify({
      kind: 'make-failed',
      text: 'The sandbox did not list its demo users. Check that it still runs, then press again.',
    });
  }
  return user;
}

/** A demo user's number and password, as the user would type them. */
export const makeUser: Maker = async (core, { sandbox }) => {
  const user = await demoUser(core, sandbox);
  if (!user) return undefined;
  return {
    values: {
      username: { value: `${user.companyNumber}*${user.extensionNumber}` },
      password: { value: user.password },
    },
    spoken: `extension ${user.extensionNumber} has typed number and password.`,
  };
};
