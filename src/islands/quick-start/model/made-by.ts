import type { LanguageId } from '#flows/language-names.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { formOf, headerOf, kindOf, redirectOf } from '#protocol/exchange-parts.ts';

/** What each language's own HTTP client, and those that people use beside it, call themselves. */
const agents: readonly [agent: RegExp, language: LanguageId][] = [
  [/^(node|undici|axios|got)\b/i, 'node'],
  [/^(php|guzzlehttp|symfony)\b/i, 'php'],
  [/^python\b|^python-(urllib|requests|httpx)/i, 'python'],
  [/^(ruby|faraday|rest-client|http\.rb|httparty)\b/i, 'ruby'],
  [/^(java|okhttp|apache-httpclient)\b/i, 'java'],
  [/^(\.net|restsharp|dotnet)/i, 'c-sharp'],
];

/** PHP's curl and .NET's `HttpClient` send no name unless the program sets one, as the quick start in PHP does. */
const nameless: readonly LanguageId[] = ['php', 'c-sharp'];

/**
 * In which languages the program may be written that sent a request; undefined where nothing tells,
 * as in what a browser sends.
 */
export function languagesOf(exchange: Exchange): readonly LanguageId[] | undefined {
  const kind = kindOf(exchange);
  if (kind !== 'token' && kind !== 'api' && kind !== 'revoke') return undefined;
  if (exchange.caller !== undefined && exchange.caller !== 'program') return undefined;
  const agent = headerOf(exchange.request.headers, 'user-agent');
  if (agent === undefined || agent === '') return nameless;
  const found = agents.find(([name]) => name.test(agent));
  return found && [found[1]];
}

/** The code that a request brought or exchanged, as the log masks it: equal codes look the same. */
const codeOf = (exchange: Exchange): string | undefined =>
  kindOf(exchange) === 'token' ? formOf(exchange).get('code') : redirectOf(exchange)?.get('code');

/**
 * Which requests are of a program in another language than the page's, and in which. A sign-in in
 * the browser is of the program that exchanges its code.
 */
export function ofOtherPrograms(
  exchanges: readonly Exchange[],
  language: LanguageId | undefined,
): ReadonlyMap<Exchange, readonly LanguageId[]> {
  const others = new Map<Exchange, readonly LanguageId[]>();
  if (language === undefined) return others;
  const exchanged = new Map<string, readonly LanguageId[]>();
  for (const exchange of exchanges) {
    const by = languagesOf(exchange);
    if (!by || by.includes(language)) continue;
    others.set(exchange, by);
    const code = codeOf(exchange);
    if (code !== undefined) exchanged.set(code, by);
  }
  if (exchanged.size === 0) return others;
  const transactions = new Map<string, readonly LanguageId[]>();
  for (const exchange of exchanges) {
    const by = kindOf(exchange) === 'token' ? undefined : exchanged.get(codeOf(exchange) ?? '');
    if (!by) continue;
    others.set(exchange, by);
    if (exchange.transactionId !== undefined) transactions.set(exchange.transactionId, by);
  }
  for (const exchange of exchanges) {
    const by = transactions.get(exchange.transactionId ?? '');
    if (by) others.set(exchange, by);
  }
  return others;
}
