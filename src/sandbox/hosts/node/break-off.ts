import type { ServerResponse } from 'node:http';
import type { PlainResponse } from '../../wire/plain-response.ts';

/** No length of a chunk is written so. */
const noChunk = 'not-a-length\r\n';

/** Breaks an answer off on its socket, as it was asked to. */
export function breakOff(answer: PlainResponse, outgoing: ServerResponse): void {
  const { socket } = outgoing;
  if (answer.breaks === 'reset') socket?.resetAndDestroy();
  else if (answer.breaks === 'chunk') {
    outgoing.writeHead(answer.status, { ...answer.plainHeaders, 'transfer-encoding': 'chunked' });
    outgoing.write(answer.plainBody.slice(0, answer.plainBody.length / 2) || '{');
    socket?.end(noChunk);
  } else socket?.end();
}
