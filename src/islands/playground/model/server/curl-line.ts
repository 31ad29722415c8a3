import { quotePosix } from '#flows/render/curl.ts';
import type { FlowRequest } from '#flows/flow.ts';
import type { Row } from '#flows/runner.ts';

/** What a shell asks for before it sends: none of these stands in the line, which a history keeps. */
const asked: Record<string, { variable: string; words: string }> = {
  client_secret: { variable: 'CLIENT_SECRET', words: 'Client secret' },
  access_token: { variable: 'ACCESS_TOKEN', words: 'Access token' },
  refresh_token: { variable: 'REFRESH_TOKEN', words: 'Refresh token' },
  assertion: { variable: 'JWT', words: 'JWT credential' },
  password: { variable: 'PASSWORD', words: 'Password' },
  header: { variable: 'AUTHORIZATION', words: 'Authorization header' },
};

/** Which of them a row carries; undefined where it may stand in the line: a code and its verifier are good once. */
function askedFor({ parameter, edit }: Row): string | undefined {
  const { name, source } = parameter;
  if (edit?.kind === 'value') {
    if (name === 'Authorization') return 'header';
    if (name === 'token') return 'access_token';
    return Object.hasOwn(asked, name) ? name : undefined;
  }
  if (source.kind === 'basic') return 'client_secret';
  if (source.kind !== 'value') return undefined;
  const value = source.name.replace(/^old_/, '');
  return Object.hasOwn(asked, value) ? value : undefined;
}

/** A word of a shell: what is fixed is quoted, then the variable in double quotes. */
const word = (fixed: string, variable?: string): string =>
  `${fixed === '' ? '' : quotePosix(fixed)}${variable === undefined ? '' : `"$${variable}"`}`;

/**
 * A request as a line for bash or zsh that asks for what is secret. It prints the answer with its
 * status and headers, which the page takes.
 *
 * @param url where it goes, without the query
 */
export function curlLine(
  request: FlowRequest,
  rows: readonly Row[],
  url: string,
  clientId: string,
): string {
  const words = [`curl --include --silent --show-error ${quotePosix(url)}`];
  const prompts = new Map<string, string>();
  const variableOf = (row: Row): string | undefined => {
    const kind = askedFor(row);
    const ask = kind === undefined ? undefined : asked[kind];
    if (!ask) return undefined;
    prompts.set(ask.variable, ask.words);
    return ask.variable;
  };
  if (/[[\]{}]/.test(url)) words.push('--globoff');
  if (request.encoding === 'query') words.push('--get');
  for (const row of rows) {
    if (!row.sent) continue;
    const { name, source } = row.parameter;
    const variable = variableOf(row);
    if (row.place !== 'header') {
      const fixed = variable === undefined ? `${name}=${row.value}` : `${name}=`;
      words.push(`--data-urlencode ${word(fixed, variable)}`);
    } else if (source.kind === 'basic' && variable === 'CLIENT_SECRET') {
      words.push(`--user ${word(`${clientId}:`, variable)}`);
    } else if (variable === undefined) words.push(`--header ${word(`${name}: ${row.value}`)}`);
    else {
      const prefix = variable !== 'AUTHORIZATION' && source.kind === 'value' ? source.prefix : '';
      words.push(`--header ${word(`${name}: ${prefix ?? ''}`, variable)}`);
    }
  }
  const reads = [...prompts].map(
    ([variable, words]) => `printf '${words}: '; read -rs ${variable}; echo`,
  );
  return [...reads, words.join(' \\\n  ')].join('\n');
}
