import { renderHttpRequest, renderHttpResponse } from '#flows/render/http.ts';
import type { ExchangeRequest, ExchangeResponse } from '#protocol/exchange.ts';

/** A line a parameter, query and form alike. */
function lineAParameter(text: string): string {
  return text.replaceAll('&', '\n  &');
}

/** The request as it is read. `Host` is among the headers that a server logs, and is not written twice. */
export function readRequest(request: ExchangeRequest): string {
  const headers = request.headers.filter(([name]) => name.toLowerCase() !== 'host');
  const [target = '', ...rest] = renderHttpRequest({ ...request, headers }).split('\n');
  const body = request.body === undefined ? [] : [lineAParameter(rest.pop() ?? '')];
  return [lineAParameter(target.replace('?', '\n  ?')), ...rest, ...body].join('\n');
}

/** A JSON body laid out; any other as it is. */
function laidOut(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** The answer as it is read. */
export function readResponse(response: ExchangeResponse): string {
  const { body } = response;
  return renderHttpResponse(body === undefined ? response : { ...response, body: laidOut(body) });
}
