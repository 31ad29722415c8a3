import type { Headers } from '#protocol/exchange.ts';
import { headerOf } from '#protocol/exchange-parts.ts';
import { type Member, membersOf } from './members.ts';

/** An answer as far as it is known: what is left out is not compared, and is no difference. */
export interface Answer {
  status?: number | undefined;
  headers?: Headers | undefined;
  body?: string | undefined;
}

/** What two answers have at one place; `here` is the first, `there` the second. */
export interface AnswerRow {
  /**
   * `status`, `header www-authenticate`, `location ?error` for what a redirect carries, `body` for
   * the body as a whole, and the member's own path: `errors[0].errorCode`, `records[].id`.
   */
  path: string;
  place: 'status' | 'header' | 'location' | 'body';
  verdict: 'same' | 'differs' | 'only-here' | 'only-there';
  here?: Member;
  there?: Member;
}

/** A header and what of it can be compared: an id or a moment is there or not, whatever it says. */
export interface ComparedHeader {
  name: string;
  by: 'value' | 'presence';
}

/** What tells of the protocol, in small letters; all else is the server's transport. */
export const comparedHeaders: readonly ComparedHeader[] = [
  { name: 'content-type', by: 'value' },
  { name: 'content-language', by: 'value' },
  { name: 'cache-control', by: 'value' },
  { name: 'pragma', by: 'value' },
  { name: 'www-authenticate', by: 'value' },
  { name: 'retry-after', by: 'presence' },
  { name: 'x-rate-limit-group', by: 'value' },
  { name: 'x-rate-limit-limit', by: 'presence' },
  { name: 'x-rate-limit-remaining', by: 'presence' },
  { name: 'x-rate-limit-window', by: 'value' },
  { name: 'rcrequestid', by: 'presence' },
  { name: 'routingkey', by: 'presence' },
];

export interface CompareOptions {
  headers?: readonly ComparedHeader[];
  /** Puts a name in the place of what differs by run, such as a client id, before texts are compared. */
  here?: (text: string) => string;
  there?: (text: string) => string;
}

const asIs = (text: string): string => text;

function rowOf(
  place: AnswerRow['place'],
  path: string,
  here: Member | undefined,
  there: Member | undefined,
): AnswerRow[] {
  if (here && there) {
    const isSame = here.type === there.type && here.value === there.value;
    return [{ place, path, verdict: isSame ? 'same' : 'differs', here, there }];
  }
  if (here) return [{ place, path, verdict: 'only-here', here }];
  return there ? [{ place, path, verdict: 'only-there', there }] : [];
}

type Members = ReadonlyMap<string, Member>;

function rowsOf(place: AnswerRow['place'], here: Members, there: Members): AnswerRow[] {
  const paths = new Set([...here.keys(), ...there.keys()]);
  return [...paths].flatMap((path) => rowOf(place, path, here.get(path), there.get(path)));
}

const text = (value: string): Member => ({ type: 'string', value });

/** How a media type is spaced and capitalised says nothing. */
const plainHeader = (name: string, value: string): string =>
  name === 'content-type' ? value.toLowerCase().replace(/;\s+/g, ';') : value;

function headersOf(
  headers: Headers,
  wanted: readonly ComparedHeader[],
  named: (value: string) => string,
): Members {
  const found = new Map<string, Member>();
  for (const { name, by } of wanted) {
    const value = headerOf(headers, name);
    if (value === undefined) continue;
    found.set(
      `header ${name}`,
      by === 'presence' ? { type: 'string' } : text(named(plainHeader(name, value))),
    );
  }
  return found;
}

/** What a redirect says in words of the protocol; a code and a state are there or not. */
const toldByRedirect = new Set(['error', 'error_description', 'expires_in', 'token_type']);

function locationOf(headers: Headers, named: (value: string) => string): Members {
  const found = new Map<string, Member>();
  const location = headerOf(headers, 'location');
  if (location === undefined) return found;
  const [address = '', fragment = ''] = location.split(/#(.*)/s);
  const parts = [
    ['?', address.split(/\?(.*)/s)[1] ?? ''],
    ['#', fragment],
  ] as const;
  for (const [mark, pairs] of parts) {
    for (const [name, value] of new URLSearchParams(pairs)) {
      const path = `location ${mark}${name}`;
      found.set(path, toldByRedirect.has(name) ? text(named(value)) : { type: 'string' });
    }
  }
  return found;
}

/**
 * Compares two answers to the same request, member by member.
 *
 * The status, the headers of a list, what a redirect carries, and each member of a JSON body by its
 * path: its type, and of an error envelope its value too. Ids, tokens and names of a good answer
 * are never compared by value and never stand in a row.
 *
 * @param here the answer that is asked about
 * @param there what it is held against
 * @returns one row a place that either has, those of the body in the order of `here`
 */
export function compareAnswers(
  here: Answer,
  there: Answer,
  {
    headers = comparedHeaders,
    here: nameHere = asIs,
    there: nameThere = asIs,
  }: CompareOptions = {},
): AnswerRow[] {
  const rows: AnswerRow[] = [];
  if (here.status !== undefined && there.status !== undefined) {
    const status = (value: number): Member => ({ type: 'number', value: String(value) });
    rows.push(...rowOf('status', 'status', status(here.status), status(there.status)));
  }
  if (here.headers && there.headers) {
    const one = headersOf(here.headers, headers, nameHere);
    rows.push(...rowsOf('header', one, headersOf(there.headers, headers, nameThere)));
    const other = locationOf(there.headers, nameThere);
    rows.push(...rowsOf('location', locationOf(here.headers, nameHere), other));
  }
  if (here.body !== undefined && there.body !== undefined) {
    const one = membersOf(here.body, nameHere);
    rows.push(...rowsOf('body', one, membersOf(there.body, nameThere)));
  }
  return rows;
}

/** The rows that are no agreement. */
export const differences = (rows: readonly AnswerRow[]): AnswerRow[] =>
  rows.filter(({ verdict }) => verdict !== 'same');
