import { encodeBase64Url } from '#protocol/base64url.ts';
import { makeVerifier, s256Challenge } from '#protocol/pkce.ts';
import type { Random } from '#protocol/random.ts';
import type { Maker } from './made.ts';

/** 128 random bits: nobody guesses it, and it still fits a line. */
export function makeState(random: Random): string {
  return encodeBase64Url(random.bytes(16));
}

/** A verifier and the challenge that is its hash; good for one authorization request (RFC 7636 section 4.1). */
export interface Pair {
  code_verifier: string;
  code_challenge: string;
}

/** @returns undefined where the browser does not hash: the address is not a secure one */
export async function makePair(random: Random): Promise<Pair | undefined> {
  const code_verifier = makeVerifier(random);
  try {
    return { code_verifier, code_challenge: await s256Challenge(code_verifier) };
  } catch {
    return undefined;
  }
}

/** Verifier, challenge and state. */
export const makePkce: Maker = async (core, { random }) => {
  const pair = await makePair(random);
  if (!pair) {
    core.notify({
      kind: 'no-crypto',
      text: 'This browser hashes only on a secure address. Open the page on localhost or over https.',
    });
    return undefined;
  }
  core.dismiss('no-crypto');
  return {
    values: {
      code_verifier: { value: pair.code_verifier },
      code_challenge: { value: pair.code_challenge },
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
