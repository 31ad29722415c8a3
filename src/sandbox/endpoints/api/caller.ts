import type { Fault } from '#protocol/errors/fault.ts';
import { presentationChecks } from '../../checks/bearer/index.ts';
import { headerToken, presentedBy } from '../../checks/bearer/presented.ts';
import { unknownToken } from '../../checks/bearer/unknown-token.ts';
import { tokenIsLive } from '../../checks/bearer/token-is-live.ts';
import type { Services } from '../../context.ts';
import type { Incoming } from '../../wire/incoming.ts';
import { userById } from '../../demo/users.ts';
import { inForce } from '../../policy.ts';
import type { AccessTokenRecord, UserRecord } from '../../store/records.ts';

export type CallerResult =
  | { kind: 'caller'; user: UserRecord; token: AccessTokenRecord }
  | { kind: 'refused'; fault: Fault };

const refused = (fault: Fault): CallerResult => ({ kind: 'refused', fault });

/**
 * Who calls the API, told by the access token (RFC 6750).
 *
 * @returns the user and the token; or the first check that refuses
 */
export async function findCaller(
  incoming: Incoming,
  { store, policyFor }: Services,
): Promise<CallerResult> {
  const presented = presentedBy(incoming);
  for (const check of presentationChecks) {
    const fault = check(presented);
    if (fault) return refused(fault);
  }
  const { authorization, queryTokens } = presented;
  const token = authorization === undefined ? queryTokens[0] : headerToken(authorization);
  if (token === undefined) throw new Error('The checks let a request pass without its token');

  const record = await store.tokens.getAccess(token);
  if (record) incoming.trace.clientId = record.clientId;
  // Where query tokens are off, the parameter is one that nobody knows (AS-182).
  if (authorization === undefined && !inForce(await policyFor(record?.clientId)).queryToken) {
    return refused({ code: 'AGW-401', rule: 'AS-182' });
  }
  if (!record) {
    const isRefreshToken = (await store.tokens.getRefresh(token)) !== undefined;
    return refused(unknownToken(token, isRefreshToken));
  }
  const dead = tokenIsLive(record, incoming.now);
  if (dead) return refused(dead);
  // The first use starts the grace of the refresh token before it.
  await store.tokens.markUsed(token, incoming.now);

  const user = userById(record.userId);
  if (!user) return refused({ code: 'OAU-232', rule: 'AS-178' });
  // It works, and it is in every log on the way: the trace warns of it (AS-182).
  if (authorization === undefined) incoming.trace.rule = 'AS-182';
  return { kind: 'caller', user, token: record };
}
