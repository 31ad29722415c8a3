import { Buffer } from 'node:buffer';
import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { PlainResponse } from '../../plain-response.ts';

/** Writes an answer whose text is known straight to the socket, which spares a Response and its stream. */
export function writePlain(answer: PlainResponse, outgoing: ServerResponse): Response {
  const { status, plainHeaders, plainBody } = answer;
  if (status !== 204) plainHeaders['content-length'] = String(Buffer.byteLength(plainBody));
  outgoing.writeHead(status, plainHeaders);
  outgoing.end(plainBody);
  return RESPONSE_ALREADY_SENT;
}
