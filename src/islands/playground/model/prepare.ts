import { encodeBase64Url } from '#protocol/base64url.ts';
import { makeVerifier, s256Challenge } from '#protocol/pkce.ts';
import type { Random } from '#protocol/random.ts';
import { stepNumber } from '#flows/runner.ts';
import type { Core } from './core.ts';
import { without } from './without.ts';

/** 128 random bits: nobody guesses it, and it still fits a line. */
export function makeState(random: Random): string {
  return encodeBase64Url(random.bytes(16));
}

/** Step 1: the app makes verifier, challenge and state; those of an earlier press are replaced. */
export async function prepare(core: Core): Promise<void> {
  const { surroundings, flow, kept } = core;
  const { random, clock } = surroundings;
  const verifier = makeVerifier(random);
  let challenge: string;
  try {
    challenge = await s256Challenge(verifier);
  } catch {
    core.notify({
      kind: 'no-crypto',
      text: 'This browser hashes only on a secure address. Open the page on localhost or over https.',
    });
    return;
  }
  core.dismiss('no-crypto');
  const at = clock.now();
  const made = { code_verifier: verifier, code_challenge: challenge, state: makeState(random) };
  for (const [name, value] of Object.entries(made)) core.hold(name, { value, at });
  const step = core.open.value;
  // What later steps were sent with belongs to the values before these.
  core.update({ sentWith: without(kept.value.sentWith, 'authorize', 'token') });
  core.answer(step.id, { kind: 'made', names: Object.keys(made) });
  core.announce(
    `Step ${stepNumber(flow.steps, step.id)} done: verifier, challenge and state are made.`,
  );
}
