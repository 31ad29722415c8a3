import type { Fault } from '#protocol/errors/fault.ts';
import { sameSecret } from '#protocol/constant-time.ts';
import type { ClientCheck, ClientRequest } from '../client-request.ts';
import { attempt, tooMany } from '../failure-limit.ts';

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
  const wrong: Fault = { code: 'OAU-146', rule: 'AS-114', ...challenge };
  // Where nothing is counted, waiting to hear so would cost a turn of the loop.
  if (policy.failureLimit > 0) return counted(app.clientId, right, wrong, request);
  return right ? undefined : wrong;
};

async function counted(
  clientId: string,
  right: boolean,
  wrong: Fault,
  { policy, incoming, services }: ClientRequest,
): Promise<Fault | undefined> {
  const subject = { kind: 'client', name: clientId, isKnown: true } as const;
  const outcome = await attempt(subject, right, policy.failureLimit, incoming, services);
  if (outcome.kind === 'limited') return tooMany('AS-012', outcome.retryAfterSeconds, incoming);
  return outcome.kind === 'right' ? undefined : wrong;
}
