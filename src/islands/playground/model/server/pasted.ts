import { recognise } from '#diagnosis/recognise/recognise.ts';
import type { Recognised } from '#diagnosis/recognise/recognise.ts';
import { jsonMembers } from '#flows/interpret.ts';
import type { ExchangeResponse, Headers } from '#protocol/exchange.ts';

/** What a pasted text is. */
export type PastedAnswer =
  | {
      kind: 'answer';
      response: ExchangeResponse;
      /** The text has no status line, so this one is taken from what the body says. */
      isStatusInferred: boolean;
    }
  /** Something else, in words that end "This seems to be …". */
  | { kind: 'other'; what: string };

/** A status line, as curl, a browser and HTTP itself write it. */
const statusLine = /^HTTP\/[\d.]+ (\d{3})(?: .*)?$/;

function headersOf(lines: readonly string[]): Headers {
  return lines.flatMap((line): Headers => {
    const at = line.indexOf(':');
    return at < 1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]];
  });
}

/** The last answer of what curl printed: before it may stand a proxy's, or 100 Continue. */
function printedAnswer(text: string): ExchangeResponse | undefined {
  const lines = text.split(/\r?\n/);
  const at = lines.findLastIndex((line) => statusLine.test(line.trim()));
  const status = statusLine.exec(lines[at]?.trim() ?? '')?.[1];
  if (status === undefined) return undefined;
  const end = lines.findIndex((line, index) => index > at && line.trim() === '');
  const head = lines.slice(at + 1, end < 0 ? undefined : end);
  const body =
    end < 0
      ? ''
      : lines
          .slice(end + 1)
          .join('\n')
          .trim();
  return {
    status: Number(status),
    headers: headersOf(head),
    ...(body === '' ? {} : { body }),
  };
}

/** A body alone: its members say whether it is an answer, and whether a good one. */
function bodyAlone(text: string): ExchangeResponse | undefined {
  const at = text.indexOf('{');
  const body = at < 0 ? '' : text.slice(at, text.lastIndexOf('}') + 1);
  const members = jsonMembers(body);
  if (!members || Object.keys(members).length === 0) return undefined;
  const isRefusal = 'error' in members || 'errorCode' in members;
  return { status: isRefusal ? 400 : 200, headers: [], body };
}

/** Words for what it is instead, by what the diagnoser's reader has found in it. */
function otherwise(text: string, { pieces, around }: Recognised): string {
  if (/^\s*(<!doctype|<html)/i.test(text)) return 'a web page, such as one of a proxy or a sign-in';
  if (/^\s*curl:? \(\d+\)/m.test(text)) return 'an error of curl itself: no answer came';
  if (/^\s*curl\s/m.test(text)) return 'the command, not what it printed';
  if (/^\s*eyJ[\w-]+\.[\w-]+\.[\w-]*\s*$/.test(text)) return 'a JWT';
  if (/^https?:\/\/\S+$/.test(text.trim())) return 'an address';
  const [piece] = pieces;
  if (piece?.exchange?.request && !piece.exchange.response) return 'a request, not its answer';
  if (piece?.codes[0]) return `text about ${piece.codes[0]}, without the answer itself`;
  if (around.some(({ source }) => source !== undefined)) return 'a piece of a program';
  return 'some other text';
}

/**
 * Reads the answer that the reader pasted from a terminal.
 *
 * @param text as it was pasted
 */
export function readPastedAnswer(text: string): PastedAnswer {
  const printed = printedAnswer(text);
  if (printed) {
    const isPage = /^\s*<(!doctype|html)/i.test(printed.body ?? '');
    if (isPage) return { kind: 'other', what: 'a web page, such as one of a proxy or a sign-in' };
    return { kind: 'answer', response: printed, isStatusInferred: false };
  }
  const body = /^\s*curl\s/m.test(text) ? undefined : bodyAlone(text);
  if (body) return { kind: 'answer', response: body, isStatusInferred: true };
  return { kind: 'other', what: otherwise(text, recognise(text)) };
}
