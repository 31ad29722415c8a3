import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { PlainResponse } from '../../wire/plain-response.ts';

/** No length of a chunk is written so. */
const noChunk = 'not-a-length\r\n';

function breakOn(socket: Socket, answer: PlainResponse, outgoing: ServerResponse): void {
  if (answer.breaks === 'reset') socket.resetAndDestroy();
  else if (answer.breaks === 'chunk') {
    outgoing.writeHead(answer.status, { ...answer.plainHeaders, 'transfer-encoding': 'chunked' });
    outgoing.write(answer.plainBody.slice(0, answer.plainBody.length / 2) || '{');
    socket.end(noChunk);
  } else socket.end();
}

/** Breaks an answer off on its socket, as it was asked to; once the answers before it have left. */
export function breakOff(answer: PlainResponse, outgoing: ServerResponse): void {
  if (outgoing.socket) breakOn(outgoing.socket, answer, outgoing);
  // It gets the socket after the answer to the request before it, of a client that sent both at once.
  else outgoing.once('socket', (socket: Socket) => breakOn(socket, answer, outgoing));
}
