import type { ExchangeRequest, Headers } from '#protocol/exchange.ts';
import { encodeForm } from '#protocol/form.ts';
import { type Argument, byName, readArguments, textOf } from '../code-arguments.ts';
import { type Form, type Piece, partial, type Unknown } from '../known-parts.ts';
import { actorsOf } from '../traces/trace.ts';

/** A library's call that sends a request. */
const sends =
  /(?:\b(?:(fetch)|(axios)(?:\.(post|get|request))?|(requests)\.(post|get|request)|(?:HTTParty|HTTP|Faraday|RestClient)\.(post|get))|->(request|post|get))\s?\(/g;
const most = 20;
const mostTries = 60;

interface Sent {
  method: string;
  url: string;
  headers: Headers;
  body?: string;
  unknown: Unknown[];
}

const pairsOf = (list: readonly Argument[] | undefined): [string, string][] =>
  (list ?? []).filter(({ name }) => name !== '').map((each) => [each.name, textOf(each)]);

/** A literal as JSON has it; what is code stands as `${code}`. */
function jsonOf(argument: Argument): unknown {
  const { members, code } = argument;
  if (!members) return textOf(argument);
  return code.startsWith('[') && members.every(({ name }) => name === '')
    ? members.map(jsonOf)
    : Object.fromEntries(
        members.map((each): [string, unknown] => [each.name || each.code, jsonOf(each)]),
      );
}

const objectOf = (list: readonly Argument[] | undefined): string =>
  JSON.stringify(
    Object.fromEntries(
      (list ?? []).map((each): [string, unknown] => [each.name || each.code, jsonOf(each)]),
    ),
  );

const form: Headers[number] = ['Content-Type', 'application/x-www-form-urlencoded'];
const json: Headers[number] = ['Content-Type', 'application/json'];

function withType(headers: Headers, type: Headers[number]): Headers {
  return headers.some(([name]) => name.toLowerCase() === 'content-type')
    ? headers
    : [...headers, type];
}

/** An object within a call that makes a body of it: `JSON.stringify({ … })`. */
function madeBody({ code }: Argument): { body: string; type: Headers[number] } | undefined {
  const [, maker = ''] = /^(?:new )?([\w.]{1,60})\(/.exec(code) ?? [];
  const isJson = maker === 'JSON.stringify' || maker === 'json.dumps';
  const isForm = /(?:URLSearchParams|stringify|urlencode|http_build_query)$/.test(maker);
  if (!isJson && !isForm) return undefined;
  const [first] = readArguments(code, code.indexOf('(')).arguments;
  if (!first?.members) return undefined;
  return isJson
    ? { body: objectOf(first.members), type: json }
    : { body: encodeForm(pairsOf(first.members)), type: form };
}

/** `data` as the library sends it: a text as it is, an object by the library's own rule. */
function bodyOf(
  data: Argument | undefined,
  ofObject: 'form' | 'json',
): Partial<Sent> & { type?: Headers[number] } {
  if (!data || /^(?:null|None|nil|undefined)$/.test(data.code)) return {};
  if (data.value !== undefined) return { body: data.value };
  if (data.members) {
    return ofObject === 'form'
      ? { body: encodeForm(pairsOf(data.members)), type: form }
      : { body: objectOf(data.members), type: json };
  }
  return madeBody(data) ?? { unknown: ['request body'] };
}

/** Basic, where a library makes the header of a pair. */
function basicOf(auth: Argument | undefined): Headers {
  if (!auth || /^(?:null|None|nil)$/.test(auth.code)) return [];
  return [['Authorization', `Basic \${${auth.code.slice(0, 200)}}`]];
}

/** Headers that code makes: what is among them is not shown. */
const hiddenHeaders = (headers: Argument | undefined): Unknown[] =>
  headers && (!headers.members || headers.members.some(({ code }) => code.startsWith('...')))
    ? ['request headers']
    : [];

/** Options that stand elsewhere in the program. */
const isElsewhere = (options: Argument | undefined): boolean =>
  options !== undefined && !options.members && options.value === undefined;

function readFetch([first, options]: Argument[]): Sent | undefined {
  if (!first) return undefined;
  const members = options?.members;
  const { body, type, unknown = [] } = bodyOf(byName(members, 'body'), 'json');
  const given = byName(members, 'headers');
  const headers = pairsOf(given?.members) as Headers;
  const method = byName(members, 'method');
  const referrer = byName(members, 'referrer')?.value;
  return {
    method: method?.value?.toUpperCase() ?? 'GET',
    url: textOf(first),
    // A form's own type goes with it; an object that is stringified brings none.
    headers: [
      ...(type === form ? withType(headers, type) : headers),
      ...(referrer ? [['Referer', referrer] as Headers[number]] : []),
    ],
    ...(body === undefined ? {} : { body }),
    unknown: isElsewhere(options)
      ? ['method', 'request headers', 'request body']
      : [
          ...unknown,
          ...hiddenHeaders(given),
          ...(method && method.value === undefined ? ['method' as const] : []),
        ],
  };
}

function readCall(
  method: string,
  list: Argument[],
  library: 'axios' | 'requests' | 'other',
): Sent | undefined {
  const [first, second, third] = list.filter(({ name }) => name === '');
  const isConfig = first?.members !== undefined;
  const options = isConfig
    ? first.members
    : library === 'axios'
      ? (method === 'get' ? second : third)?.members
      : (second?.members ?? list);
  const address =
    isConfig || method === 'request' ? (byName(options, 'url') ?? second ?? first) : first;
  if (!address) return undefined;
  const given = byName(options, 'json');
  const data =
    library === 'axios' && !isConfig && method !== 'get'
      ? second
      : byName(options, 'data', 'form_params', 'form', 'body');
  const made = given ? bodyOf(given, 'json') : bodyOf(data, library === 'axios' ? 'json' : 'form');
  const { body, type, unknown = [] } = made;
  const headers = [
    ...(pairsOf(byName(options, 'headers')?.members) as Headers),
    ...basicOf(byName(options, 'auth', 'basic_auth')),
  ];
  const verb =
    method === 'request' ? (byName(options, 'method')?.value ?? first?.value ?? 'GET') : method;
  return {
    method: verb.toUpperCase(),
    url: textOf(address),
    headers: type ? withType(headers, type) : headers,
    ...(body === undefined ? {} : { body }),
    unknown: [...unknown, ...hiddenHeaders(byName(options, 'headers'))],
  };
}

function readSends(match: RegExpExecArray, list: Argument[]): Sent | undefined {
  const [, isFetch, axios, axiosMethod, requests, requestsMethod, rubyMethod, phpMethod] = match;
  if (isFetch) return readFetch(list);
  if (axios) return readCall(axiosMethod ?? 'request', list, 'axios');
  if (requests) return readCall(requestsMethod ?? 'request', list, 'requests');
  return readCall(phpMethod ?? rubyMethod ?? 'get', list, 'other');
}

const isAddress = (url: string): boolean =>
  /^https?:\/\/|\/restapi\/|^\$\{[^}]{0,80}(?:url|uri|endpoint)/i.test(url);

/**
 * Requests as a program sends them: `fetch`, also as DevTools copies it for a browser and for
 * Node.js, axios, `requests` of Python, Guzzle, Faraday. What is no literal stands in the request as
 * `${code}`.
 *
 * @param text repaired
 */
export function httpCalls(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  let tries = 0;
  for (const match of text.matchAll(sends)) {
    if (match.index < end) continue;
    tries += 1;
    if (pieces.length >= most || tries > mostTries) break;
    const { arguments: list, to } = readArguments(text, match.index + match[0].length - 1);
    const sent = readSends(match, list);
    if (!sent || !isAddress(sent.url)) continue;
    end = to;
    const { unknown, ...request } = sent;
    const made: ExchangeRequest = request;
    const wanted: Form = match[1] ? 'fetch' : 'source';
    pieces.push({
      form: wanted,
      range: { from: match.index, to },
      exchange: partial({ ...actorsOf(made.url), request: made }),
      unknown: [...unknown, 'response'],
      codes: [],
    });
  }
  return pieces;
}
