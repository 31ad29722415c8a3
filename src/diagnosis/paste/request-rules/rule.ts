import { statusOf } from '#protocol/exchange-parts.ts';
import type { Case } from '../../case.ts';
import { type Draft, finding, type Finding } from '../../finding.ts';
import type { Unknown } from '../../recognise/known-parts.ts';
import { isOfCorsMessage } from '../cors.ts';
import { standInOf } from '../../stand-in.ts';
import type { PasteCase, PastedExchange } from '../paste-case.ts';

/**
 * Looks at one pasted request, with what the paste shows beside it, and says one thing of it, or
 * nothing. No answer of a server is needed.
 */
export type RequestRule = (
  one: Case,
  within: PastedExchange,
  paste: PasteCase,
) => Finding | undefined;

/** Whether the server took the request: what would have failed did not. */
export function isAccepted({ exchange, returned }: Case): boolean {
  const status = statusOf(exchange) ?? 0;
  return (status >= 200 && status < 300) || (status >= 300 && returned?.has('code') === true);
}

/** Whether the paste shows that part: only then does its absence say something. */
export function shows({ unknown = [] }: Case, part: Unknown): boolean {
  const whole = part.startsWith('response') ? 'response' : 'request';
  return !unknown.includes(part) && !unknown.includes(whole);
}

/** Whether a value is there to be judged: it is not empty, and nobody hid it or left it to a program. */
export const isReadable = (value: string): boolean =>
  value !== '' && standInOf(value) === undefined && !/\$\{|\{\{/.test(value);

/** A finding of a pasted request, for its developer unless it says otherwise, with its one parameter. */
export function said(
  { exchange }: Case,
  parameter: string,
  draft: Omit<Draft, 'evidence'>,
): Finding {
  return finding({
    who: 'developer',
    evidence: [{ source: exchange.id, parameter }],
    ...draft,
  });
}

/**
 * Whether the request was read from a program: what is missing may come from a variable. What a
 * browser copies (*Copy as fetch*) is a whole request.
 */
export function isOfSource(pieces: PastedExchange['pieces'], text: string): boolean {
  return pieces.some(
    ({ form, range: { from, to } }) =>
      form === 'source' || (form === 'fetch' && !/"method"\s*:\s*"/.test(text.slice(from, to))),
  );
}

/** Where the text goes on in a program, or was cut: what is missing may stand there. */
export function isWhole(
  { exchange }: Case,
  { pieces, range }: PastedExchange,
  text: string,
): boolean {
  if (pieces.some(({ isCut }) => isCut) || isOfSource(pieces, text)) return false;
  const { url, body = '' } = exchange.request;
  // A part without a name was covered as a whole.
  const parts = `${url.split(/\?(.*)/s)[1] ?? ''}&${body}`.split('&', 400);
  if (parts.some((part) => !part.includes('=') && standInOf(part) !== undefined)) return false;
  if (/(?:…|\.\.\.)$/.test(url) || /(?:…|\.\.\.)$/.test(body)) return false;
  if (isOfCorsMessage(text, range)) return false;
  const after = text.slice(range.to, range.to + 40);
  // The text ends within a name: `…&redirect_ur`.
  if (after.trim() === '' && /[?&][a-z_]{1,30}$/.test(body === '' ? url : body)) return false;
  // `"…&client_id=" + CLIENT_ID`, `'…' . $id`, `" & id`, `{id}`, and a mail's own ellipsis.
  return !/^(?:["'`]\s*(?:\+|\.\s*\$|&\s|%|,\s*\w+\)|\\\s*$)|\{|\$\{|…|\.\.\.|<)/.test(after);
}
