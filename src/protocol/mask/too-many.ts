import type { Exchange } from '../exchange.ts';

/** Fields that tell what a message is and hold nothing of anybody's. */
const harmless: ReadonlySet<string> = new Set([
  'accept',
  'allow',
  'cache-control',
  'connection',
  'content-language',
  'content-length',
  'content-type',
  'date',
  'host',
  'origin',
  'rcrequestid',
  'sandbox-rule',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'vary',
]);

/**
 * An exchange that holds more secrets than are looked for: what any of them may stand in is left
 * out, since one that was not looked for could be repeated anywhere.
 */
export function hideAll(exchange: Exchange, most: number): Exchange {
  const instead = `not shown: over ${most} secrets`;
  const hide = <M extends { headers: [string, string][]; body?: string | undefined }>(
    message: M,
  ): M => ({
    ...message,
    headers: message.headers.map(([name, value]) => [
      name,
      harmless.has(name.toLowerCase()) && value.length <= 256 ? value : instead,
    ]),
    ...(message.body !== undefined && { body: instead }),
  });
  const { request, response, failure } = exchange;
  const [place = ''] = request.url.split(/[?#]/, 1);
  const safePlace = place.replace(/^([A-Za-z][A-Za-z0-9+.-]*:\/\/)[^/@]*@/, '$1');
  return {
    ...exchange,
    request: {
      ...hide(request),
      url: safePlace === request.url ? safePlace : `${safePlace}?${instead}`,
    },
    ...(response && { response: hide(response) }),
    ...(failure && { failure: { ...failure, message: instead } }),
  };
}
