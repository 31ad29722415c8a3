import * as z from 'zod/mini';
import { callControl } from '../control-client.ts';
import type { Core } from '../core.ts';
import type { Maker } from './make.ts';

const jwtSchema = z.object({ jwt: z.string() });

/**
 * Has the sandbox make a JWT credential, as a user does in the developer console.
 *
 * @param wanted members beside the extension, such as `clientIds`
 */
export async function mintJwt(
  core: Core,
  wanted: Record<string, unknown> = {},
): Promise<string | undefined> {
  const answer = await callControl(core, 'POST', '/jwt', { extensionNumber: '101', ...wanted });
  const parsed = jwtSchema.safeParse(answer.kind === 'answered' ? answer.body : undefined);
  if (parsed.success) {
    core.dismiss('make-failed');
    return parsed.data.jwt;
  }
  core.notify({
    kind: 'make-failed',
    text: 'The sandbox made no credential. Look whether it still runs, then press again.',
  });
  return undefined;
}

/** A credential of extension 101. */
export const makeJwt: Maker = async (core) => {
  const jwt = await mintJwt(core);
  if (jwt === undefined) return undefined;
  return { values: { assertion: { value: jwt } }, spoken: 'the credential is made.' };
};
