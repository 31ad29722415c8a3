import { Buffer } from 'node:buffer';
import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { guardHeaders } from '../../wire/guard-headers.ts';
import type { PlainResponse } from '../../wire/plain-response.ts';
import { breakOff } from './break-off.ts';
import { serverFailed } from './request-problem.ts';

type Write = (answer: PlainResponse, outgoing: ServerResponse) => void;

const ofFailure = { ...guardHeaders, 'content-type': 'text/plain; charset=utf-8' };

function send(outgoing: ServerResponse, status: number, headers: object, body: string): void {
  // HEAD brings the length that GET's answer has.
  const isFramed = status === 204 || 'content-length' in headers;
  // A copy: the event log keeps the answer's own headers.
  const length = !isFramed && { 'content-length': String(Buffer.byteLength(body)) };
  outgoing.writeHead(status, { ...headers, ...length });
  outgoing.end(body);
}

/** Never throws: an answer that Node refuses, such as one with a header beyond Latin-1, fails alone. */
const write: Write = (answer, outgoing) => {
  const { status, plainHeaders, plainBody } = answer;
  try {
    if (answer.breaks) breakOff(answer, outgoing);
    else send(outgoing, status, plainHeaders, plainBody);
  } catch (error) {
    console.error(error);
    if (outgoing.headersSent) outgoing.destroy();
    else send(outgoing, 500, ofFailure, serverFailed);
  }
};

/**
 * Lets the answers of one turn of the loop leave together at its end: the first write wakes
 * whoever waits at the other side, and the others then find it awake.
 */
function togetherAtTheEnd(one: Write): Write {
  let waiting: Parameters<Write>[] = [];
  const flush = (): void => {
    const all = waiting;
    waiting = [];
    for (const answer of all) one(...answer);
  };
  return (...answer) => {
    waiting.push(answer);
    if (waiting.length === 1) setImmediate(flush);
  };
}

/**
 * Makes what writes an answer whose text is known straight to the socket, which spares a Response
 * and its stream.
 */
export function createPlainWriter(): (answer: PlainResponse, outgoing: ServerResponse) => Response {
  const writeSoon = togetherAtTheEnd(write);
  return (answer, outgoing) => {
    writeSoon(answer, outgoing);
    return RESPONSE_ALREADY_SENT;
  };
}
