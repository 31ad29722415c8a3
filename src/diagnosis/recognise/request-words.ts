import type { ExchangeResponse } from '#protocol/exchange.ts';
import { answerIn, refusalCodes } from './envelope.ts';
import { type Piece, partial, type Unknown } from './known-parts.ts';
import { type Budget, newBudget, readObject } from './notation.ts';
import { endOfBracket, endOfLine, skipSpace } from './text-scan.ts';
import { actorsOf } from './traces/trace.ts';

const most = 100;
const asked =
  /\b(GET|POST|PUT|PATCH|DELETE)[ `'":]{1,3}(?:request )?(?:to )?(https?:\/\/[^\s"'`<>,]{1,4000}|\{\{\w{1,40}\}\}\/[^\s"'`<>,]{1,4000}|\/[\w.~/-][^\s"'`<>,]{0,4000})/g;
/** The line that the Java SDK logs before its exception. */
const logged = /\[HTTP (GET|POST|PUT|PATCH|DELETE) ([1-5]\d\d)\] (\/\S{1,4000}?),? /g;
const statusAfter = /(?:^|[\s`(:>"])([2-5]\d\d)(?![\d.:]|\s?(?:ms|s|bytes|kB)\b)(?=[\s`)."',;]|$)/;

interface Asked {
  from: number;
  to: number;
  method: string;
  target: string;
  status?: number;
}

function* requestsIn(text: string): Generator<Asked> {
  for (const { index, 0: whole, 1: method = '', 2: target = '' } of text.matchAll(asked)) {
    const url = target.replace(/[.,;:!?)\]}]+$/, '');
    const to = index + whole.length - (target.length - url.length);
    yield { from: index, to, method, target: url };
  }
  for (const { index, 0: whole, 1: method = '', 2: status, 3: target = '' } of text.matchAll(
    logged,
  )) {
    yield { from: index, to: index + whole.length, method, target, status: Number(status) };
  }
}

interface Answered {
  response?: ExchangeResponse;
  codes: readonly string[];
  message?: string;
  to: number;
  isCut?: boolean;
}

/** What the same line, or the one below it, tells of the answer. */
function answerTo(text: string, { to, status: known }: Asked, budget: Budget): Answered {
  const end = Math.min(endOfLine(text, to), to + 600);
  const rest = text.slice(to, end);
  const next = rest.search(/\b(?:GET|POST|PUT|PATCH|DELETE) (?:https?:|\/)/);
  const line = next < 0 ? rest : rest.slice(0, next);
  const match = known === undefined ? statusAfter.exec(line) : undefined;
  const status = known ?? (match ? Number(match[1]) : undefined);
  if (status === undefined) return { codes: [], to };
  const behind = to + (match ? match.index + match[0].length : 0);
  const brace = text.indexOf('{', behind);
  const gap = brace < 0 ? '' : text.slice(behind, brace);
  const isNear = brace >= 0 && brace - behind < 60 && (gap.match(/\n/g)?.length ?? 0) <= 1;
  const close = isNear ? endOfBracket(text, brace, 8_000) : undefined;
  const stop = close ?? Math.min(text.length, brace + 2_000);
  const object = isNear ? readObject(text.slice(brace, stop), budget) : undefined;
  const answer = object && answerIn(object);
  const body = answer?.body ?? (object && status < 400 ? JSON.stringify(object) : undefined);
  return {
    response: { status, headers: [], ...(body === undefined ? {} : { body }) },
    ...(answer && !answer.isGrant ? refusalCodes(answer.body) : { codes: [] }),
    to: body === undefined ? skipBack(text, behind) : stop,
    isCut: body !== undefined && close === undefined,
  };
}

const skipBack = (text: string, to: number): number => {
  let at = to;
  while (at > 0 && ' \t\n`('.includes(text[at - 1] ?? '')) at -= 1;
  return at;
};

/** A form that stands right behind the address: `POST /restapi/oauth/token grant_type=…`. */
function formAfter(text: string, to: number): { body: string; to: number } | undefined {
  const from = skipSpace(text, to);
  if (from === to || text.slice(to, from).includes('\n')) return undefined;
  const [body] =
    /^(?:grant_type|client_id|refresh_token|code)=[^\s"'`,;]{1,4000}/.exec(
      text.slice(from, from + 4_100),
    ) ?? [];
  return body === undefined ? undefined : { body, to: from + body.length };
}

function urlOf(target: string): string {
  const path = target.replace(/^\{\{\w{1,40}\}\}/, '');
  return path.startsWith('/restapi/') ? `https://platform.ringcentral.com${path}` : path;
}

/** A callback that a server's log tells of goes from the browser to the app. */
const isCallback = (url: string): boolean => url.startsWith('/') && /[?&](?:code|error)=/.test(url);

/**
 * Requests that are told in a line: "POST https://… -> 200 {…}", `"GET /cb?code=… HTTP/1.1" 302`, the
 * browser's console, Guzzle's "`POST https://…` resulted in a `400 Bad Request` response:", Postman
 * in words.
 *
 * @param text repaired
 * @returns an exchange each, with its answer where the line tells one
 */
export function requestsInWords(text: string): Piece[] {
  const pieces: Piece[] = [];
  const budget = newBudget();
  for (const request of requestsIn(text)) {
    if (pieces.length >= most) break;
    const url = urlOf(request.target);
    // A path of no server that is known: only what came back to an app is of a sign-in.
    if (url.startsWith('/') && !isCallback(url)) continue;
    const { response, codes, message, to, isCut } = answerTo(text, request, budget);
    const form = formAfter(text, request.to);
    const unknown: Unknown[] = ['request headers'];
    if (!form) unknown.push('request body');
    if (!response) unknown.push('response');
    else unknown.push('response headers');
    if (response && response.body === undefined) unknown.push('response body');
    pieces.push({
      form: 'request in words',
      range: { from: request.from, to: Math.max(to, form?.to ?? 0) },
      exchange: partial({
        ...(isCallback(url) ? { from: 'browser', to: 'app' } : actorsOf(url)),
        request: {
          method: request.method,
          url,
          headers: [],
          ...(form ? { body: form.body } : {}),
        },
        ...(response ? { response } : {}),
      }),
      unknown,
      codes,
      ...(message === undefined ? {} : { message }),
      ...(response ? { status: response.status } : {}),
      ...(isCut ? { isCut: true as const } : {}),
    });
  }
  return pieces;
}
