import { encodeBase64Url } from '#protocol/base64url.ts';
import { makeVerifier, s256Challenge } from '#protocol/pkce.ts';
import type { Random } from '#protocol/random.ts';
import type { Maker } from './made.ts';

/** 128 random bits: nobody guesses it, and it still fits a line. */
export function makeState(random: Random): string {
  return encodeBase64Url(random.bytes(16));
}

/** Verifier, challenge and state. */
export const makePkce: Maker = async (core, { random }) => {
  const verifier = makeVerifier(random);
  let challenge: string;
  try {
    challenge = await s256Challenge(verifier);
  } catch {
    core.notify({
      kind: 'no-crypto',
      text: 'This browser hashes only on a secure address. Open the page on localhost or over https.',
    });
    return undefined;
  }
  core.dismiss('no-crypto');
  return {
    values: {
      code_verifier: { value: verifier },
      code_challenge: { value: challenge },
      state: { value: makeState(random) },
    },
    spoken: 'verifier, challenge and state are made.',
  };
};

/** State alone, for a flow without a verifier. */
export const makeOnlyState: Maker = (_core, { random }) =>
  Promise.resolve({
    values: { state: { value: makeState(random) } },
    spoken: 'the state is made.',
  });
