import { formOf, headerOf, kindOf } from '#protocol/exchange-parts.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { faultOf } from '#protocol/sandbox-fault.ts';
import type { FaultName } from '../faults/names.ts';
import type { Judged } from './challenge.ts';

type Log = readonly Exchange[];

/** The exchanges that met a fault, in their order. */
export const metBy = (log: Log, fault: FaultName): Exchange[] =>
  log.filter((exchange) => faultOf(exchange) === fault);

/** What came after one of them. */
export const after = (log: Log, exchange: Exchange): Exchange[] =>
  log.slice(log.indexOf(exchange) + 1);

/** What came before the next sign-in began: that one is another story. */
export function beforeNextSignIn(log: Log): Exchange[] {
  const next = log.findIndex((exchange) => kindOf(exchange) === 'authorize');
  return log.slice(0, next < 0 ? log.length : next);
}

export const isGrant =
  (grant: string) =>
  (exchange: Exchange): boolean =>
    kindOf(exchange) === 'token' && formOf(exchange).get('grant_type') === grant;
export const isCode = isGrant('authorization_code');
export const isRefresh = isGrant('refresh_token');
export const isCall = (exchange: Exchange): boolean => kindOf(exchange) === 'api';
export const isAnswered = ({ response }: Exchange): boolean => response?.status === 200;

/** Seconds from one request to another, with one decimal. */
export const secondsBetween = (one: Exchange, other: Exchange): number =>
  Math.round((other.startedAt - one.startedAt) / 100) / 10;

/** What a header of an answer says. */
export const answerHeader = ({ response }: Exchange, wanted: string): string | undefined =>
  response && headerOf(response.headers, wanted);

export const notReached = (received: string): Judged => ({ verdict: 'not-reached', received });
export const failed = (received: string, exchange?: Exchange): Judged => ({
  verdict: 'failed',
  received,
  ...(exchange && { exchange }),
});
export const passed = (received: string, exchange?: Exchange): Judged => ({
  verdict: 'passed',
  received,
  ...(exchange && { exchange }),
});
/** Undecided while something may still come; `ifSilent` is what it means that nothing does. */
export const open = (
  ifSilent: 'passed' | 'failed',
  received: string,
  exchange?: Exchange,
): Judged => ({ verdict: 'open', ifSilent, received, ...(exchange && { exchange }) });

/**
 * Judges what came after the first exchange that met a fault.
 *
 * @param without what is said where none did: the challenge was then not reached
 */
export const onceMet =
  (fault: FaultName, without: string, judge: (met: Exchange, rest: Log) => Judged) =>
  (log: Log): Judged => {
    const [met] = metBy(log, fault);
    return met ? judge(met, after(log, met)) : notReached(without);
  };
