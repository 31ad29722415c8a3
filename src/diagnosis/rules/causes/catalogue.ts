import { errorEntry } from '#protocol/errors/catalogue.ts';
import { type ErrorCode, errorCodes, isErrorCode, wireError } from '#protocol/errors/codes.ts';
import { isPublic, seenOf } from '#protocol/errors/seen/seen.ts';
import { refusalOf } from '#protocol/exchange-parts.ts';
import type { Case } from '../../case.ts';
import { finding, type Who } from '../../finding.ts';
import { again, lookAt } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** Codes of RingCentral’s that name one cause; those of the sandbox each stand for one check. */
const decisive = new Set([
  'OAU-108',
  'OAU-110',
  'OAU-128',
  'OAU-141',
  'OAU-168',
  'OAU-210',
  'OAU-473',
  'CMN-301',
  'CMN-408',
]);

/** Who acts, for codes that are RingCentral’s. */
const whoOf = (code: ErrorCode): Who | undefined => (isPublic(code) ? seenOf(code).who : undefined);

const tellsAll = (code: string): boolean => code.startsWith('SANDBOX-') || decisive.has(code);

/** A page of the authorization server names its rule, where one code alone stands for it. */
const onPages: Readonly<Record<string, ErrorCode>> = {
  'AS-007': 'SANDBOX-REQUEST-1',
  'AS-012': 'CMN-301',
  'AS-013': 'SANDBOX-REQUEST-3',
  'AS-025': 'SANDBOX-REQUEST-7',
};

/** The code behind an answer; a redirect names none, and its text belongs to one. */
function codeOf({ code, returned, exchange }: Case): ErrorCode | undefined {
  if (code !== undefined) return isErrorCode(code) ? code : undefined;
  const byRule = onPages[exchange.rule ?? ''];
  if (byRule !== undefined) return byRule;
  const description = returned?.get('error_description');
  return errorCodes.find((known) => wireError(known).message === description);
}

/** What the catalogue of errors says of a code. */
export const catalogue: DiagnosisRule = (one) => {
  const { exchange } = one;
  const code = codeOf(one);
  if (code === undefined) return undefined;
  const entry = errorEntry(code);
  const message = refusalOf(exchange).message ?? entry.message;
  const isSure = tellsAll(code);
  const who = whoOf(code);
  return finding({
    id: code,
    ...(who ? { who } : {}),
    title: message,
    certainty: isSure ? 'certain' : 'likely',
    claims: [{ text: entry.cause, certainty: 'likely' }],
    why: `${entry.when} ${entry.cause}`,
    fix: entry.fix,
    ...(isSure ? {} : { lacks: 'The request itself, with its headers, secrets taken out.' }),
    evidence: [{ source: exchange.id, parameter: 'response' }],
    sources: [{ label: entry.source }],
    // The request was right: somebody else may sign in.
    actions: one.returned ? [again(one), lookAt(one)] : [lookAt(one)],
  });
};

/** An answer that no rule knows: what can be seen of it. */
export const unexplained: DiagnosisRule = (one) => {
  const { code, exchange } = one;
  const status = exchange.response?.status ?? 0;
  const shared = {
    evidence: [{ source: exchange.id, parameter: 'response' }],
    actions: [lookAt(one)],
  };
  return finding({
    ...shared,
    id: 'LINT-220',
    title: code === undefined ? `The server answered ${status}` : `The server refused: ${code}`,
    certainty: 'cannot tell',
    why:
      exchange.rule === undefined
        ? 'This site knows no cause that the answer names.'
        : `The sandbox’s rule ${exchange.rule} decided.`,
    fix: 'Compare the request with the guide of its flow: undo what was changed and send again.',
    lacks: 'The body of the answer, and the address that it came from.',
  });
};

/** LINT-220: a good status, and no token in the answer. */
export const answerWithoutToken: DiagnosisRule = (one) => {
  const { task, exchange } = one;
  const { response } = exchange;
  if ((task !== 'token' && task !== 'refresh') || !response || response.status >= 400) {
    return undefined;
  }
  // Of a paste, what is not shown may hold it; and a preflight asks for none.
  if (exchange.request.method === 'OPTIONS') return undefined;
  if (one.unknown && (response.body ?? '') === '') return undefined;
  if (/"access_token"\s*:\s*"[^"]/.test(response.body ?? '')) return undefined;
  return finding({
    id: 'LINT-220',
    title: 'The answer has no access token',
    why: 'The server answered, but not with a JSON object with access_token, as this step needs. A proxy or a login page answers like this.',
    fix: 'Look at the body of the answer, and at the address that you send to.',
    evidence: [{ source: exchange.id, parameter: 'response' }],
    sources: [],
    actions: [lookAt(one)],
  });
};
