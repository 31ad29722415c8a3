import { refusalOf } from '#protocol/exchange-parts.ts';
import { isErrorCode } from '#protocol/errors/codes.ts';
import { isElsewhere } from '#protocol/errors/seen/elsewhere.ts';
import type { Range } from '../../finding.ts';
import type { Piece } from '../../recognise/known-parts.ts';
import type { PasteCase, PastedExchange } from '../paste-case.ts';
import { isPast } from './is-past.ts';

/** A refusal that the paste holds, by its code or its text. */
export interface Answer {
  code: string;
  /** Other codes that have the same text. */
  others: readonly string[];
  /** The code itself stands there; else it was found by its text. */
  isNamed: boolean;
  /** It is a word among others, and no answer of a server. */
  isWord: boolean;
  message?: string;
  status?: number;
  range: Range;
  /** Where the refusal is that of an exchange. */
  pasted?: PastedExchange;
}

const isKnown = (code: string): boolean => isErrorCode(code) || isElsewhere(code);

/** Which of several codes a text means, by the endpoint that answered. */
function chosen(
  codes: readonly string[],
  task: PastedExchange['one']['task'] | undefined,
): string[] {
  const isApi = (code: string): boolean => /^(?:AGW|CMN)-|^OAU-(?:128|129|149|232|236)$/.test(code);
  if (task === 'api') return [...codes].sort((one, other) => +isApi(other) - +isApi(one));
  if (task === 'token' || task === 'refresh') {
    return [...codes].sort((one, other) => +isApi(one) - +isApi(other));
  }
  return [...codes];
}

function answerOf(piece: Piece, pasted: PastedExchange | undefined): Answer | undefined {
  const named = pasted && refusalOf(pasted.one.exchange).code;
  const isInBody = named !== undefined && isKnown(named);
  const codes = isInBody ? [named] : chosen(piece.codes.filter(isKnown), pasted?.one.task);
  const [code, ...others] = codes;
  if (code === undefined) return undefined;
  const message = piece.message ?? (pasted && refusalOf(pasted.one.exchange).message);
  const status = pasted?.one.exchange.response?.status;
  return {
    code,
    others,
    isWord: piece.form === 'code of an error' || piece.form === 'message',
    isNamed:
      isInBody ||
      piece.form === 'code of an error' ||
      (piece.form === 'error body' && piece.codes.length === 1 && namedIn(piece, code)),
    range: piece.range,
    ...(message === undefined ? {} : { message }),
    ...(status === undefined ? {} : { status }),
    ...(pasted ? { pasted } : {}),
  };
}

/** Whether the envelope has the code itself, and not only its text. */
function namedIn({ exchange }: Piece, code: string): boolean {
  return exchange?.response?.body?.includes(code) === true;
}

/**
 * The refusals of a paste in the order of its text, each code once: a code that is written before
 * one that was found by its text.
 */
export function answersOf({ recognised, exchanges }: PasteCase): Answer[] {
  const answers = recognised.pieces.flatMap((piece): Answer[] => {
    const pasted = exchanges.find(({ pieces }) => pieces.includes(piece));
    const answer = answerOf(piece, pasted);
    return answer ? [answer] : [];
  });
  const first = new Map<string, Answer>();
  for (const answer of answers) {
    const known = first.get(answer.code);
    const isBetter =
      !known || (answer.isNamed && !known.isNamed) || (answer.pasted && !known.pasted);
    if (isBetter) {
      first.set(answer.code, { ...answer, isNamed: answer.isNamed || known?.isNamed === true });
    }
  }
  const all = [...first.values()];
  // What is over stands behind what is not, and alone it is all that is told.
  const lasting = all.filter(({ range }) => !isPast(recognised.text, range));
  return (lasting.length > 0 ? lasting : all).sort((one, other) => +other.isNamed - +one.isNamed);
}
