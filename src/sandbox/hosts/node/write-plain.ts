import { Buffer } from 'node:buffer';
import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { PlainResponse } from '../../wire/plain-response.ts';

function write({ status, plainHeaders, plainBody }: PlainResponse, outgoing: ServerResponse): void {
  // A copy: the event log keeps the answer's own headers.
  const isTold = status === 204 || 'content-length' in plainHeaders;
  const length = !isTold && { 'content-length': String(Buffer.byteLength(plainBody)) };
  outgoing.writeHead(status, { ...plainHeaders, ...length });
  outgoing.end(plainBody);
}

/**
 * Makes what writes an answer whose text is known straight to the socket, which spares a Response
 * and its stream. The answers of one turn of the loop leave together at its end: the first write
 * wakes whoever waits at the other side, and the others then find it awake.
 */
export function createPlainWriter(): (answer: PlainResponse, outgoing: ServerResponse) => Response {
  let waiting: [PlainResponse, ServerResponse][] = [];
  const flush = (): void => {
    const all = waiting;
    waiting = [];
    for (const [answer, outgoing] of all) write(answer, outgoing);
  };
  return (answer, outgoing) => {
    waiting.push([answer, outgoing]);
    if (waiting.length === 1) setImmediate(flush);
    return RESPONSE_ALREADY_SENT;
  };
}
