import { type Case, isMasked, isRefused } from './case.ts';
import { diagnoseVerifier } from './compare/verifier.ts';
import type { Finding, ProgramPart } from './finding.ts';
import { answerWithoutToken } from './rules/causes/catalogue.ts';
import { causes } from './rules/causes/index.ts';
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

/** Puts what every finding has in its place. */
export function placed(found: Finding, one: Case): Finding {
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

/** Hashes what has to be hashed before the rules look, for they take no promise. */
export async function withEvidence(one: Case): Promise<Case> {
  const verifier = one.sent.get('code_verifier') ?? '';
  const challenge = one.authorized.get('code_challenge') ?? '';
  const isHashed = one.authorized.get('code_challenge_method') === 'S256';
  if (one.task !== 'token' || verifier === '' || challenge === '' || !isHashed) return one;
  if (isMasked(verifier) || isMasked(challenge)) return one;
  return { ...one, verifier: await diagnoseVerifier(verifier, challenge) };
}
