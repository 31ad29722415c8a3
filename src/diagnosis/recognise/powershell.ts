import type { Headers } from '#protocol/exchange.ts';
import { encodeForm } from '#protocol/form.ts';
import { type Piece, partial } from './known-parts.ts';
import { endOfBracket, endOfLine, placesOf } from './text-scan.ts';
import { actorsOf } from './traces/trace.ts';

const most = 20;
const longest = 20_000;

/** The command with its continued lines: a backtick at the end, or a hash table that is open. */
function commandAt(text: string, from: number): string {
  let at = from;
  for (;;) {
    const end = endOfLine(text, at);
    const table = text.indexOf('@{', at);
    const isOpen = table >= at && table < end;
    const close = isOpen ? (endOfBracket(text, table + 1, longest) ?? text.length) : end;
    if (close > end || (isOpen && close < end)) {
      at = close;
      if (at - from > longest) return text.slice(from, at);
      continue;
    }
    const goesOn = text.slice(at, end).trimEnd().endsWith('`');
    if (!goesOn || end >= text.length || end - from > longest) return text.slice(from, end);
    at = end + 1;
  }
}

/** A parameter's word, in quotes or bare. */
function parameter(command: string, name: string): string | undefined {
  const match = new RegExp(
    String.raw`-${name}\s{1,4}(?:"((?:[^"\`]|\`.){0,8000})"|'([^'\n]{0,8000})'|([^\s@]\S{0,2000}))`,
    'i',
  ).exec(command);
  const text = match?.[1]?.replaceAll(/`(.)/g, '$1') ?? match?.[2] ?? match?.[3];
  return text?.startsWith('$') ? `\${${text.slice(1)}}` : text;
}

const entry =
  /["']?([\w-]{1,80})["']?\s{0,4}=\s{0,4}(?:"([^"\n]{0,8000})"|'([^'\n]{0,8000})'|(\$[^\s;}]{1,400}))/g;

/** The entries of a hash table `@{ "name"="value" }` behind a parameter. */
function table(command: string, name: string): [string, string][] | undefined {
  const at = command.search(new RegExp(String.raw`-${name}\s{1,4}@\{`, 'i'));
  const open = at < 0 ? -1 : command.indexOf('{', at);
  if (open < 0) return undefined;
  const inside = command.slice(open + 1, endOfBracket(command, open, longest) ?? command.length);
  return [...inside.matchAll(entry)].map(({ 1: key = '', 2: double, 3: single, 4: made }) => [
    key,
    double ?? single ?? `\${${made?.slice(1) ?? ''}}`,
  ]);
}

/**
 * `Invoke-WebRequest` and `Invoke-RestMethod`, also as DevTools copies them (*Copy as PowerShell*).
 *
 * @param text repaired
 */
export function powerShell(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const word of ['Invoke-WebRequest', 'Invoke-RestMethod']) {
    for (const from of placesOf(text, word, most)) {
      const command = commandAt(text, from);
      const url = parameter(command, 'Uri');
      // A line of an error, `Invoke-RestMethod : The remote server …`, is no command.
      if (url === undefined || /^[\w-]{1,40} : /.test(command)) continue;
      const headers: Headers = table(command, 'Headers') ?? [];
      const fields = table(command, 'Body');
      const body = fields ? encodeForm(fields) : parameter(command, 'Body');
      const type = parameter(command, 'ContentType');
      const isVariable = /-Headers\s{1,4}\$/i.test(command);
      pieces.push({
        form: 'PowerShell',
        range: { from, to: from + command.length },
        exchange: partial({
          ...actorsOf(url),
          request: {
            method: parameter(command, 'Method')?.toUpperCase() ?? 'GET',
            url,
            headers: type === undefined ? headers : [...headers, ['Content-Type', type]],
            ...(body === undefined ? {} : { body }),
          },
        }),
        unknown: [...(isVariable ? ['request headers' as const] : []), 'response'],
        codes: [],
        client: 'PowerShell',
      });
    }
  }
  return pieces;
}
