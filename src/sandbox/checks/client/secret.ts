import { sameSecret } from '#protocol/constant-time.ts';
import type { ClientCheck } from '../../client-request.ts';

/**
 * A confidential app proves itself with its secret (AS-106, AS-114), a public
 * one has none to show (AS-115). An empty secret is no secret: some SDKs send
 * Basic with the id alone.
 */
export const secret: ClientCheck = (request) => {
  const { app, basic, clientId, parameters, policy } = request;
  if (!app) throw new Error('secret runs after known');
  const challenge = basic.length > 0 ? { challenge: 'Basic' as const } : {};
  const inHeader = basic.filter(({ id, secret }) => id === clientId && secret !== '');
  const inBody = parameters.get('client_secret');
  const given = inBody === undefined ? inHeader.map((pair) => pair.secret) : [inBody];

  if (app.clientSecret === undefined) {
    return given.length > 0
      ? { code: 'SANDBOX-CLIENT-3', rule: 'AS-115', ...challenge }
      : undefined;
  }
  if (given.length === 0) {
    const proven = parameters.get('grant_type') === 'authorization_code';
    if (policy.pkceReplacesSecret && proven && parameters.has('code_verifier')) {
      request.secretReplaced = true;
      return undefined;
    }
    return { code: 'OAU-123', rule: 'AS-106', ...challenge };
  }
  let right = false;
  for (const one of given) if (sameSecret(one, app.clientSecret)) right = true;
  return right ? undefined : { code: 'OAU-146', rule: 'AS-114', ...challenge };
};
