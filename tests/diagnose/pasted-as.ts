import { STATUS_CODES } from 'node:http';
import type { Headers as HeaderPairs } from '#protocol/exchange.ts';
import type { Captured } from './captured.ts';

const lines = (headers: HeaderPairs): string[] =>
  headers.map(([name, value]) => `${name}: ${value}`);
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
const locationOf = ({ responseHeaders }: Captured): string | undefined =>
  responseHeaders.find(([name]) => name === 'location')?.[1];

/** Status and body of an answer, and nothing of what was asked. Of a redirect, where it went. */
export function answerAlone(one: Captured): string {
  const location = locationOf(one);
  if (location !== undefined) return location;
  if (one.words !== undefined) return one.words;
  return `HTTP ${one.status} ${STATUS_CODES[one.status] ?? ''}\n${one.responseBody}`.trim();
}

/** Requests and answers as they stand on the wire, oldest first. */
export function httpText(exchanges: readonly Captured[]): string {
  return exchanges
    .map((one) => {
      const { pathname, search, host } = new URL(one.url);
      const body = one.responseBody;
      return [
        `${one.method} ${pathname}${search} HTTP/1.1`,
        `host: ${host}`,
        ...lines(one.headers),
        '',
        ...(one.body === '' ? [] : [one.body, '']),
        `HTTP/1.1 ${one.status} ${STATUS_CODES[one.status] ?? ''}`,
        ...lines(one.responseHeaders),
        '',
        ...(body === '' ? [] : [body, '']),
      ].join('\n');
    })
    .join('\n');
}

/** The command that sends a request, with what it answers below; a page's address as the browser has it. */
function curled(one: Captured): string {
  const location = locationOf(one);
  if (one.words !== undefined || location !== undefined) {
    return [one.method === 'GET' ? one.url : '', location ?? (one.status >= 400 ? one.words : '')]
      .join('\n')
      .trim();
  }
  const words = [
    `curl -X ${one.method} ${quoted(one.url)}`,
    ...one.headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(one.body === '' ? [] : [`--data ${quoted(one.body)}`]),
  ];
  return `$ ${words.join(' \\\n  ')}\n${one.responseBody}`.trim();
}

/** The same as the commands of a terminal, and what stood in the address bar, oldest first. */
export const curlText = (exchanges: readonly Captured[]): string =>
  exchanges.map(curled).join('\n\n');
