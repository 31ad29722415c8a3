import type { Exchange, ExchangeRequest, ExchangeResponse } from '#protocol/exchange.ts';
import type { Range } from '../../finding.ts';
import type { Client } from '../clients.ts';
import { refusalCodes } from '../envelope.ts';
import { type Piece, partial, type Unknown } from '../known-parts.ts';

/** Answer and request as a trace has them, each where it has it. */
export interface Trace {
  client: Client;
  range: Range;
  request?: ExchangeRequest | undefined;
  response?: ExchangeResponse | undefined;
  /** What this client never prints, or what is cut off. */
  unknown: readonly Unknown[];
  isCut?: boolean;
}

/** Who a browser's or a program's request goes to, as its path tells. */
export function actorsOf(url: string): Pick<Exchange, 'from' | 'to'> {
  if (/\/restapi\/oauth2?\/authorize\b/.test(url))
    return { from: 'browser', to: 'authorization-server' };
  return { from: 'app', to: /\/restapi\/v1\.0\//.test(url) ? 'api' : 'authorization-server' };
}

/** A piece of a trace: answer and request in one exchange. */
export function tracePiece({ client, range, request, response, unknown, isCut }: Trace): Piece {
  const known = new Set<Unknown>(unknown);
  if (!request) known.add('request');
  if (!response) known.add('response');
  const body = response?.body;
  return {
    form: 'trace',
    range,
    client,
    exchange: partial({
      ...actorsOf(request?.url ?? ''),
      request: request ?? { method: 'POST', url: '', headers: [] },
      ...(response ? { response } : {}),
    }),
    unknown: [...known],
    ...(body === undefined ? { codes: [] } : refusalCodes(body)),
    ...(response ? { status: response.status } : {}),
    ...(isCut ? { isCut: true as const } : {}),
  };
}
