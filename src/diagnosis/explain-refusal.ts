import { wireError } from '#protocol/errors/codes.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import { type WordsOnPage, wordsOnPages } from '#protocol/errors/words-on-pages.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import { caseOf, type KnownApp } from './case.ts';
import { finding, type Finding } from './finding.ts';
import { authorizeCauses } from './rules/causes/authorize.ts';

const onPages: Partial<Record<Fault['code'], WordsOnPage>> = wordsOnPages;

/** The words of the catalogue. A page shows no code without them: a test asks for every one. */
function byCode(fault: Fault): Finding {
  const words = onPages[fault.code];
  return finding({
    id: fault.code,
    title: fault.message ?? wireError(fault.code).message,
    why: words ? `${words.when} ${words.cause}` : `The server refuses this with ${fault.code}.`,
    fix: words?.fix ?? 'Compare the request with the guide of its flow.',
  });
}

/**
 * Why the server refuses a request that it answers with a page of its own: by the same rules that
 * explain it beside the request, for the server knows the app and the rule that decided.
 *
 * @param fault what the check found
 * @param request as it came; left out where the request is not at fault
 * @param app the app, where the request named one that is known
 */
export function explainRefusal(fault: Fault, request?: ExchangeRequest, app?: KnownApp): Finding {
  if (!request) return byCode(fault);
  const envelope = { errors: [{ errorCode: fault.code, message: fault.message }] };
  const exchange = {
    id: '',
    from: 'browser',
    to: 'authorization-server',
    startedAt: 0,
    request,
    response: { status: fault.status ?? 400, headers: [], body: JSON.stringify(envelope) },
    rule: fault.rule,
  } as const;
  const one = caseOf({ ...exchange, response: { ...exchange.response, headers: [] } }, [], { app });
  for (const cause of authorizeCauses) {
    const found = cause(one);
    if (found) return found;
  }
  return byCode(fault);
}
