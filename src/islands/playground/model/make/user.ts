import * as z from 'zod/mini';
import { callControl } from '../control-client.ts';
import type { Core } from '../core.ts';
import type { Maker } from './make.ts';

const usersSchema = z.array(
  z.object({ extensionNumber: z.string(), companyNumber: z.string(), password: z.string() }),
);

/** The demo user that every form is filled with. */
export async function demoUser(core: Core) {
  const answer = await callControl(core, 'GET', '/users');
  const parsed = usersSchema.safeParse(answer.kind === 'answered' ? answer.body : undefined);
  return parsed.success ? parsed.data[0] : undefined;
}

/** A demo user's number and password, as the user would type them. */
export const makeUser: Maker = async (core) => {
  const user = await demoUser(core);
  if (!user) {
    core.notify({
      kind: 'make-failed',
      text: 'The sandbox did not tell its demo users. Look whether it still runs, then press again.',
    });
    return undefined;
  }
  core.dismiss('make-failed');
  return {
    values: {
      username: { value: `${user.companyNumber}*${user.extensionNumber}` },
      password: { value: user.password },
    },
    spoken: `extension ${user.extensionNumber} has typed number and password.`,
  };
};
