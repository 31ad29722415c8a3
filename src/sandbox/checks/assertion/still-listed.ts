import { credentialId } from '../../tokens/jwt-credential.ts';
import { type AssertionCheck, parameters } from './check.ts';

/** AS-163: the console still has it. One that it made and nobody kept is as good as revoked. */
export const stillListed: AssertionCheck = async (assertion, { services }) => {
  const credential = await services.store.jwts.get(await credentialId(assertion.text));
  if (!credential || credential.revokedAt !== undefined) {
    return { code: 'SANDBOX-JWT-5', rule: 'AS-163', parameters };
  }
  assertion.credential = credential;
  return undefined;
};
