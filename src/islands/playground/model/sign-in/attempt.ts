import { decodeForm } from '#protocol/form.ts';
import type { Attempt } from '../kept-state.ts';

/** The first value of a name in a URL's query; undefined when it is absent or empty (AS-002). */
export function queryValue(url: string, name: string): string | undefined {
  const query = url.split('#', 1)[0]?.split('?').slice(1).join('?') ?? '';
  const form = decodeForm(query);
  if (form.kind !== 'form') return undefined;
  return form.pairs.find(([key]) => key === name)?.[1] || undefined;
}

/** Whether an authorization request that the sandbox saw is this one: random values first, then the whole address. */
export function isThisAttempt(attempt: Attempt, url: string): boolean {
  if (attempt.state !== undefined) return queryValue(url, 'state') === attempt.state;
  if (attempt.challenge !== undefined) {
    return queryValue(url, 'code_challenge') === attempt.challenge;
  }
  return url === attempt.url;
}
