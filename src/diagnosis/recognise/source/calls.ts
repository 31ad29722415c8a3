import { type Argument, readArguments } from '../code-arguments.ts';
import type { Call, Option, Piece } from '../known-parts.ts';
import { wireNameOf } from '../wire-names.ts';
import { languageOf } from './language.ts';

/**
 * Calls by which programs sign in, of RingCentral's SDKs and of what is used instead; what a page
 * does with the tokens stands among them.
 */
const names = [
  'SDK', 'RestClient', String.raw`RingCentral(?:\.new)?`, String.raw`OAuth2::Client\.new`, 'login',
  'loginUrl', 'login_url', 'loginWindow', 'authUrl', 'authorize', 'Authorize', 'authorizeUri',
  'AuthorizeUri', 'authorize_uri', 'refresh', 'Refresh', 'ensureLoggedIn', 'logout',
  'parseLoginRedirect', 'parse_login_redirect', 'parseRedirect', 'fetch', 'axios', 'post', 'PostAsync',
  'StringContent', 'FormUrlEncodedContent', 'setItem', 'postMessage', 'loadUrl', 'OAuth2Session',
  'fetch_token', 'get_token', 'signin',
]; // prettier-ignore
const called = new RegExp(String.raw`(?<![\w$])(${names.join('|')})\s?\(`, 'g');
/** What stands before the name: `new`, the object that is asked. */
const receiver = /(?:\bnew )?(?:[\w$]{1,40}(?:\(\))?(?:\.|->|::|\\)){0,4}$/;

/** A literal of Go; its braces are the call's. */
const struct = /\boauth2\.(Config)\{/g;
/** VBA calls a method without brackets. */
const bare = /\b(?:http|xhr|req|objHTTP|request)\.(Open|setRequestHeader|send) ("[^\n]{1,2000})/gi;
const grant =
  /\b(grant_?type|response_type)\b\\?["']?\s{0,3}(?:=>|[:=,])\s{0,3}\\?["']?([A-Za-z][\w:.%-]{1,80})/gi;
const mostCalls = 60;
const mostTries = 200;

function optionsOf(list: readonly Argument[], depth = 0): Option[] {
  return list.flatMap(({ name, range, value, code, members }): Option[] => {
    const means = wireNameOf(name);
    const own: Option = {
      name,
      range,
      ...(means === undefined ? {} : { means }),
      ...(value === undefined ? { expression: code.slice(0, 400) } : { value }),
    };
    return members && depth < 3 ? optionsOf(members, depth + 1) : [own];
  });
}

function* callsIn(text: string): Generator<Call> {
  for (const pattern of [called, struct]) {
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      const open = match.index + match[0].length - 1;
      // An argument of a call that is read already.
      const isWithin = open < end;
      const { arguments: list, to } = readArguments(text, open);
      if (!isWithin) end = to;
      const before = text.slice(Math.max(0, match.index - 120), match.index);
      const from = match.index - (receiver.exec(before)?.[0].length ?? 0);
      yield {
        name: match[1] ?? '',
        range: { from: text[from - 1] === '$' ? from - 1 : from, to },
        arguments: optionsOf(list),
      };
    }
  }
  for (const { index, 0: whole, 1: name = '', 2: list = '' } of text.matchAll(bare)) {
    const start = index + whole.length - list.length;
    yield {
      name,
      range: { from: index, to: index + whole.length },
      arguments: [{ name: '', expression: list, range: { from: start, to: index + whole.length } }],
    };
  }
}

function grantsIn(text: string): Option[] {
  return [...text.matchAll(grant)]
    .slice(0, mostCalls)
    .map(({ index, 0: whole, 1: name = '', 2: value = '' }) => {
      const means = wireNameOf(name);
      return {
        name,
        ...(means === undefined ? {} : { means }),
        value,
        range: { from: index, to: index + whole.length },
      };
    });
}

/** A frame of a stack names a file and a line, and is no call of the reader's program. */
const isFrame = (call: Call, text: string): boolean =>
  call.arguments.some(({ expression = '' }) => /\.\w{2,4}:\d|^\/\/\//.test(expression)) ||
  /^self\./.test(text.slice(call.range.from, call.range.from + 5));

/** A call in a sentence, `login(user, password)`, is told as well as one in a program. */
const isCall = (call: Call, text: string): boolean =>
  !isFrame(call, text) &&
  (call.arguments.length > 0 ||
    /^(?:new )?[\w$.:\\>()-]{1,120}\(\)$/.test(text.slice(call.range.from, call.range.to)));

/** A line as programs have them. */
const ofCode = /[;{}]$|^\s{0,20}(?:\/\/|[\w.]{1,40} = |return\b|if\b|const\b|let\b|var\b|def\b)/;

/** A program that calls nothing known is one too, where most of its lines are code. */
function codeAlone(text: string): Piece[] {
  const lines = text
    .slice(0, 8_000)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const code = lines.filter((line) => ofCode.test(line.trimEnd()));
  const language = languageOf(text.slice(0, 8_000));
  const isCode = code.length >= 2 && code.length * 3 >= lines.length * 2 && language !== 'unknown';
  if (!isCode) return [];
  const range = { from: text.search(/\S/), to: Math.min(text.trimEnd().length, 8_000) };
  const source = { language, calls: [] };
  return [{ form: 'source', range, unknown: ['request', 'response'], codes: [], source }];
}

/**
 * What a source shows of a login: its calls with their options by name and by place, the grant that
 * it asks for, its language.
 *
 * @param text repaired
 * @returns one piece over all of it, which others may stand within; none where no program is seen
 */
export function sourceIn(text: string): Piece[] {
  const calls: Call[] = [];
  let tries = 0;
  for (const call of callsIn(text)) {
    tries += 1;
    if (isCall(call, text)) calls.push(call);
    if (calls.length >= mostCalls || tries > mostTries) break;
  }
  if (calls.length === 0) return codeAlone(text);
  calls.sort((one, other) => one.range.from - other.range.from);
  const from = calls[0]?.range.from ?? 0;
  const to = Math.max(...calls.map(({ range }) => range.to));
  return [
    {
      form: 'source',
      range: { from, to },
      unknown: ['request', 'response'],
      codes: [],
      source: { language: languageOf(text.slice(0, 20_000)), calls },
      options: grantsIn(text),
    },
  ];
}
