import type { PasteCase } from './paste-case.ts';

/** Signs of a request, a source or a page: more than an answer of a server. */
const showsMore = /https?:\/\/|\b(?:bearer|basic|devtest|cors)\b|\becho\b/i;

/**
 * Whether a paste is an answer, a code or a message and nothing else: the commonest there is. No rule
 * about requests and sources has anything to look at then.
 */
export function isAnswerAlone({ recognised, exchanges, prose }: PasteCase): boolean {
  const { pieces, around, repairs, text } = recognised;
  return (
    pieces.length > 0 &&
    pieces.every(({ form }) => ['error body', 'code of an error', 'message'].includes(form)) &&
    exchanges.every(
      ({ one: { unknown, exchange } }) =>
        unknown?.includes('request') === true && (exchange.response?.status ?? 0) >= 400,
    ) &&
    around.length === 0 &&
    repairs.length === 0 &&
    !/\p{L}{3}/u.test(prose) &&
    !showsMore.test(text)
  );
}
