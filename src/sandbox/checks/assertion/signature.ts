import { compactVerify } from 'jose/jws/compact/verify';
import { publicJwk, signingAlgorithm, signingKey } from '../../tokens/signing-key.ts';
import { type AssertionCheck, parameters } from './check.ts';

/** AS-158: signed with this server's own key, the only one that is trusted for its issuer. */
export const signature: AssertionCheck = async ({ text }, { services }) => {
  const key = publicJwk(await signingKey(services));
  try {
    await compactVerify(text, key, { algorithms: [signingAlgorithm] });
    return undefined;
  } catch {
    return { code: 'OAU-345', rule: 'AS-158', parameters };
  }
};
