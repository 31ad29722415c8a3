import { makeVerifier, s256Challenge } from '#protocol/pkce.ts';
import type { Maker } from './make.ts';
import { makeState } from './random-state.ts';

/** Verifier, challenge and state. */
export const makePkce: Maker = async (core) => {
  const { random } = core.surroundings;
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
export const makeOnlyState: Maker = (core) =>
  Promise.resolve({
    values: { state: { value: makeState(core.surroundings.random) } },
    spoken: 'the state is made.',
  });
