import { formOf, headerOf, pathOf, queryOf } from '#protocol/exchange-parts.ts';
import { keptIn } from '../hide/find/kept.ts';
import type { Shown, ShownPiece } from '../hide/shown.ts';

/** What the operator of a server needs to find a request again. */
export interface Escalation {
  requestIds: string[];
  /** In UTC, as ISO 8601 writes them. */
  times: string[];
  hosts: string[];
  clientIds: string[];
  /** With the path where it is known: "400 /restapi/oauth/token". */
  statuses: string[];
  codes: string[];
}

const requestId =
  /\b(?:rc-?request-?id|x-request-id)["'\s]{0,4}(?:=>|[:=])[\s"']{0,4}([\w-]{8,80})/gi;
const instant = /\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})/g;
const httpDate =
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT/g;
const host = /\bhttps?:\/\/([\w.-]{1,120}(?::\d{1,5})?)/gi;
/** `Host: …` and `:authority: …`, which name a server without an address. */
const hostLine = /(?:^|[\s"'])(?:host|:authority)["']?\s?:\s?["']?([\w.-]{4,120})/gim;
const written = /\bHTTP\/[\d.]+ (\d{3})\b|\bstatus(?: ?code)?["']?\s?[:=]>?\s?["']?(\d{3})\b/gi;
/** Their status was filled in, or is none of an answer. */
const withoutStatus: ReadonlySet<ShownPiece['form']> = new Set([
  'error body',
  'message',
  'code of an error',
]);
const most = 10;

const distinct = (values: readonly string[]): string[] => [...new Set(values)].slice(0, most);

function utc(text: string): string[] {
  const at = Date.parse(text.replace(',', '.').replace(/^(\d{4}-\d\d-\d\d) /, '$1T'));
  return Number.isNaN(at) ? [] : [new Date(at).toISOString()];
}

const timesIn = (text: string): string[] => [
  ...[...text.matchAll(instant)].flatMap(([one]) => utc(one)),
  ...[...text.matchAll(httpDate)].flatMap(([one]) => {
    const at = Date.parse(one);
    return Number.isNaN(at) ? [] : [new Date(at).toISOString()];
  }),
];

function statusesOf(pieces: readonly ShownPiece[], text: string): string[] {
  const known = pieces.flatMap(({ form, exchange }) => {
    const status = exchange?.response?.status ?? 0;
    if (!exchange || status < 100 || withoutStatus.has(form)) return [];
    const path = pathOf(exchange);
    return [path === '' ? String(status) : `${status} ${path}`];
  });
  if (known.length > 0) return known;
  return [...text.matchAll(written)].map(([, one, other]) => one ?? other ?? '');
}

/** Reads from what is shown which requests these were: their ids, times, host, client, status. */
export function escalationOf({ text, pieces, findings }: Shown): Escalation {
  const exchanges = pieces.flatMap(({ exchange }) => exchange ?? []);
  const named = exchanges.flatMap((one) => [
    queryOf(one).get('client_id') ?? '',
    formOf(one).get('client_id') ?? '',
    headerOf(one.request.headers, 'client-id') ?? '',
  ]);
  const urls = [...text.matchAll(host), ...text.matchAll(hostLine)].map(([, name = '']) =>
    name.toLowerCase(),
  );
  const ofServer = urls.filter((name) => /ringcentral|^localhost|^127\./.test(name));
  return {
    requestIds: distinct([...text.matchAll(requestId)].map(([, id = '']) => id)),
    times: distinct(timesIn(text)),
    hosts: distinct(ofServer.length > 0 ? ofServer : urls),
    clientIds: distinct(
      [...named, ...keptIn(text).clientIds].filter(
        (id) => /^[\w.-]{6,80}$/.test(id) && !id.startsWith('masked-'),
      ),
    ),
    statuses: distinct(statusesOf(pieces, text)),
    codes: distinct([
      ...findings.flatMap(({ code }) => code ?? []),
      ...pieces.flatMap(({ codes }) => codes.slice(0, 1)),
    ]),
  };
}
