import type { Exchange } from '#protocol/exchange.ts';
import { headerOf } from '#protocol/exchange-parts.ts';
import { type About, type Case, caseOf, isMasked, isRefused } from './case.ts';
import { diagnoseVerifier } from './compare/verifier.ts';
import type { Finding, ProgramPart } from './finding.ts';
import { causes } from './rules/causes/index.ts';
import { habits } from './rules/habits/index.ts';
import { answerWithoutToken } from './rules/causes/catalogue.ts';
import { returnedState } from './rules/causes/returned-state.ts';

const parts: Partial<Record<Case['task'], ProgramPart>> = {
  authorize: 'sign in',
  consent: 'callback',
  return: 'callback',
  token: 'token',
  refresh: 'refresh',
  revoke: 'sign out',
  api: 'api',
};

/** Whether the server's own exchange, earlier in the transcript, told the same redirect. */
function isToldAlready({ task, exchange, earlier }: Case): boolean {
  if (task !== 'return') return false;
  return earlier.some(
    ({ response }) =>
      response !== undefined && headerOf(response.headers, 'location') === exchange.request.url,
  );
}

/** Puts what every finding has in its place. */
function placed(found: Finding, one: Case): Finding {
  const part = found.part ?? parts[one.task];
  const step = one.flow?.steps.find(({ id }) => id === one.exchange.step);
  return {
    ...found,
    // A refusal that the flow is there to show is no fault.
    ...(step?.expects === 'refusal' && found.kind === 'wrong' ? { kind: 'note' } : {}),
    ...(part === undefined ? {} : { part }),
    ...(one.exchange.step === undefined ? {} : { step: one.exchange.step }),
  };
}

/** Why a request came to nothing, or nothing where it did not. */
export function causeOf(one: Case): Finding | undefined {
  const stopped = returnedState(one) ?? answerWithoutToken(one);
  if (stopped) return placed(stopped, one);
  if (!isRefused(one)) return undefined;
  for (const cause of causes) {
    const found = cause(one);
    if (found)
      return { ...placed(found, one), ...(one.code === undefined ? {} : { code: one.code }) };
  }
  return undefined;
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

/** Hashes what has to be hashed before the rules look, for they take no promise. */
export async function withEvidence(one: Case): Promise<Case> {
  const verifier = one.sent.get('code_verifier') ?? '';
  const challenge = one.authorized.get('code_challenge') ?? '';
  const isHashed = one.authorized.get('code_challenge_method') === 'S256';
  if (one.task !== 'token' || verifier === '' || challenge === '' || !isHashed) return one;
  if (isMasked(verifier) || isMasked(challenge)) return one;
  return { ...one, verifier: await diagnoseVerifier(verifier, challenge) };
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
