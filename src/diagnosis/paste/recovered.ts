import { isComplaint } from './complaint.ts';
import type { Recognised } from '../recognise/recognise.ts';
import { hasStamps } from './is-log.ts';
import type { PasteCase, PastedExchange } from './paste-case.ts';
import type { Placed } from './rank.ts';

const refused = /(?:^|[\s=:"(])[45]\d\d(?=$|[\s,;:)"])/;
const answered = /(?:^|[\s=:"(])2\d\d(?=$|[\s,;:)"])/;

/** A time, whose parts look like statuses. */
const times = /\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,6})?/g;

/**
 * Whether a log goes on behind a refusal: the last line of the same endpoint has a status of
 * success. A program that waited and asked again did what it should.
 *
 * @param at where the refusal stands in the text
 */
export function isRecovered(text: string, at: number): boolean {
  const from = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  if (end < 0) return false;
  const [path] = /\/restapi\/[\w./~-]{1,200}/.exec(text.slice(from, end)) ?? [];
  if (path === undefined) return false;
  const line = text
    .slice(end + 1)
    .split('\n')
    .findLast((one) => one.includes(path))
    ?.replaceAll(times, '');
  return line !== undefined && answered.test(line) && !refused.test(line);
}

/** Refusals that belong to the life of a session: a program that goes on did what it should. */
const usual = /^(?:OAU-128|OAU-129|OAU-210|CMN-301|CMN-201|LINT-258|LINT-262|LINT-263|LINT-309)$/;

const wentOn =
  /\b(?:refresh(?:ed)?|retr(?:y|ied)|sign(?:ed)?[- ]?in|logged in|login|token (?:request|refresh))\b[^\n]{0,60}\b(?:ok|success\w*|succeeded|done|200)\b|\brefreshed\b|\bsucceeded\b|(?:->|=>|:|\s)\s?20[01]\b/i;

/** A log that ends well behind a refusal of the usual kind. */
function isPast({ recognised }: PasteCase, at: number): boolean {
  const { text } = recognised;
  const end = text.indexOf('\n', at);
  if (end < 0 || !hasTimes(recognised)) return false;
  const rest = text.slice(end + 1).replaceAll(times, '');
  const last = rest.split('\n').findLastIndex((line) => wentOn.test(line));
  const lines = rest.split('\n');
  return last >= 0 && !lines.slice(last).some((line) => refused.test(line) || isComplaint(line));
}

const hasTimes = (recognised: Recognised): boolean =>
  hasStamps(recognised) || /^\W{0,3}\d\d:\d\d:\d\d/m.test(recognised.text);

const place = ({ one: { exchange } }: PastedExchange): string =>
  `${exchange.request.method} ${exchange.request.url.split(/[?#]/)[0] ?? ''}`;

/** Whether the same request was answered well later on: the last answer to it counts. */
function isAnsweredLater(range: { from: number; to: number }, { exchanges }: PasteCase): boolean {
  const at = exchanges.findIndex(
    (each) => each.range.from <= range.from && range.to <= each.range.to,
  );
  const own = exchanges[at];
  if (!own || (own.one.exchange.response?.status ?? 0) < 400) return false;
  if (own.one.unknown?.includes('request')) return false;
  const last = exchanges.slice(at + 1).findLast((each) => place(each) === place(own));
  const status = last?.one.exchange.response?.status ?? 0;
  return status >= 200 && status < 300;
}

/**
 * Of a transcript that ends well, what was refused on the way is a note: a token whose hour was
 * over, refreshed, and the call sent again is a session as it should be. Where somebody says that it
 * fails, it stays what it is.
 */
export function recovered(all: readonly Placed[], paste: PasteCase): Placed[] {
  const isTold = !hasTimes(paste.recognised) && isComplaint(paste.prose);
  if (isTold) return [...all];
  return all.map((one) => {
    const { finding } = one;
    const range = finding.evidence[0]?.range;
    if (finding.kind !== 'wrong' || !range) return one;
    const isUsual = usual.test(finding.code ?? finding.id) || usual.test(finding.id);
    const isOver = isAnsweredLater(range, paste) || (isUsual && isPast(paste, range.from));
    return isOver ? { ...one, finding: { ...finding, kind: 'note' }, from: 1 } : one;
  });
}
