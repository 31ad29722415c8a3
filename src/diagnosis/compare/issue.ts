import type { Exchange } from '#protocol/exchange.ts';
import { formOf } from '#protocol/exchange-parts.ts';
import { isRingCentral } from '#protocol/ringcentral-hosts.ts';
import { escaped } from '../report/markdown.ts';
import { type AnswerRow, differences } from './answers.ts';
import type { AskedSandbox } from './ask-sandbox.ts';
import { type Member } from './members.ts';
import { plainParameters } from './safe-text.ts';
import type { Comparison } from './with-sandbox.ts';

/** What stands in a cell: the value where it may be told, else what kind it is. */
export const memberWords = (member: Member | undefined): string =>
  member === undefined ? 'not there' : (member.value ?? kinds[member.type]);

const kinds: Record<Member['type'], string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  object: 'an object',
  array: 'a list',
  page: 'a page',
  text: 'a text that is no JSON',
  nothing: 'no body',
};

/** Members whose value may leave this page: words of the protocol and of the server. */
const allowedValues =
  /^(?:status|header [a-z-]+|location [?#](?:error|error_description|expires_in|token_type)|(?:errors\[\d\]\.)?(?:errorCode|message|permissionName|parameterName)|error|error_description|errors\[\d\]\.parameters\[\d\]\.parameterName|token_type|(?:refresh_token_|session_)?expires_in|session_idle_timeout)$/;

/** A path of which every name is a word: a member may be named by somebody's number. */
const plainPath =
  /^(?:(?:header|location) )?[?#]?[A-Za-z_][\w-]{0,40}(?:\[\d?\])?(?:\.[A-Za-z_][A-Za-z_]{0,40}(?:\[\d?\])?)*$/;
const isPlain = (path: string): boolean => plainPath.test(path) && !/\d{3}/.test(path);

const cell = (path: string, member: Member | undefined): string => {
  if (member === undefined) return 'not there';
  const told = allowedValues.test(path) ? memberWords(member) : kinds[member.type];
  return escaped(told.replaceAll(/\s+/g, ' ').slice(0, 300));
};

/** A path as a reader sees it. */
export const pathWords = ({ path }: AnswerRow): string =>
  path === 'body' ? 'the body' : path.replace(/^location ([?#])/, 'redirect $1');

/** Where it was sent to, without a host that is the reader's own. */
function serverWords({ server }: Exchange): string {
  return server && isRingCentral(server.origin)
    ? `RingCentral (${new URL(server.origin).host})`
    : 'a server of the reader’s own';
}

function requestWords(real: Exchange, { request }: AskedSandbox): string {
  if (real.to === 'app') return 'the redirect that ends a sign-in';
  const path = URL.canParse(request.url) ? new URL(request.url).pathname : '';
  const names = [...formOf(real)].flatMap(([name, value]) => {
    if (!/^[a-z_]{1,40}$/i.test(name)) return [];
    const isTold =
      name === 'grant_type' && plainParameters.has(name) && /^[a-z_:.-]{1,80}$/.test(value);
    return [isTold ? `${name}=${value}` : name];
  });
  return `\`${request.method} ${path}\`${names.length > 0 ? ` with ${names.join(', ')}` : ''}`;
}

/** What the sandbox was brought to, as a sentence; '' where there is nothing to tell. */
export function assumedWords({ assumed }: AskedSandbox): string {
  if (assumed.kind === 'condition')
    return `So that it has the same reason, ${assumed.condition.words}.`;
  return assumed.kind === 'good order'
    ? `Nothing in the request shows why ${assumed.code} came, so the sandbox got the same request without a fault.`
    : '';
}

/**
 * A difference between a real answer and the sandbox's as the text of an issue, in Markdown. It is made
 * of allowed members alone: no id of an account, extension or client, no name, no token, no value
 * that the request carried.
 *
 * @param day of the real answer, `2026-11-29`
 */
export function issueOf(
  real: Exchange,
  asked: AskedSandbox,
  { rows, unread }: Comparison,
  day: string,
): string {
  const told = differences(rows).filter(({ path }) => isPlain(path));
  const left = differences(rows).length - told.length;
  const same = rows.length - differences(rows).length;
  const table = told.map(
    (row) => `| ${pathWords(row)} | ${cell(row.path, row.here)} | ${cell(row.path, row.there)} |`,
  );
  return [
    `# The sandbox answers differently from ${serverWords(real)}`,
    '',
    `Request: ${requestWords(real, asked)}. Answered on ${day}.`,
    '',
    ...(table.length > 0
      ? ['| where | there | sandbox |', '|---|---|---|', ...table]
      : ['No difference was found.']),
    '',
    `${same} of ${rows.length} places are the same.`,
    ...(left > 0 ? [`${left} with unusual names are left out.`] : []),
    ...(unread.length > 0
      ? [`A page could not read: ${unread.join(', ')}. The server may have sent them.`]
      : []),
    ...(assumedWords(asked) === '' ? [] : [assumedWords(asked)]),
    ...(asked.replaced.length > 0
      ? [
          `The sandbox got values of its own for: ${asked.replaced.filter((name) => /^[\w -]{1,40}$/.test(name)).join(', ')}.`,
        ]
      : []),
    '',
  ].join('\n');
}
