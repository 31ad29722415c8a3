import type { Exchange } from '#protocol/exchange.ts';
import { headerOf } from '#protocol/exchange-parts.ts';
import { type About, type Case, caseOf } from './case.ts';
import { causeOf, placed, withEvidence } from './cause-of.ts';
import type { Finding } from './finding.ts';
import { habits } from './rules/habits/index.ts';

/** Whether the server's own exchange, earlier in the transcript, told the same redirect. */
function isToldAlready({ task, exchange, earlier }: Case): boolean {
  if (task !== 'return') return false;
  return earlier.some(
    ({ response }) =>
      response !== undefined && headerOf(response.headers, 'location') === exchange.request.url,
  );
}

/**
 * Everything that one exchange shows: why it came to nothing, once, and then what it says of the
 * program that sent it.
 */
export function diagnose(one: Case): Finding[] {
  const cause = isToldAlready(one) ? undefined : causeOf(one);
  const shown = habits.flatMap((habit) => {
    const found = habit(one);
    return found ? [placed(found, one)] : [];
  });
  if (!cause) return shown;
  // One refusal has one finding that is wrong; what else is amiss is beside it.
  const beside = shown.map((found): Finding =>
    cause.kind === 'wrong' && found.kind === 'wrong' ? { ...found, kind: 'risk' } : found,
  );
  return [cause, ...beside];
}

/** Every exchange of a transcript with what it shows, oldest first. */
export async function diagnoseAll(
  exchanges: readonly Exchange[],
  about: About,
): Promise<{ exchange: Exchange; findings: Finding[] }[]> {
  return Promise.all(
    exchanges.map(async (exchange, at) => {
      const one = caseOf(exchange, exchanges.slice(0, at), about);
      return { exchange, findings: diagnose(await withEvidence(one)) };
    }),
  );
}
