import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { encodeForm } from '#protocol/form.ts';
import type { Draft } from './grammar.ts';

/** What came back, as it came. */
export interface Reply {
  text: string;
  milliseconds: number;
  /** Nothing came, or not all, and the connection stayed open. */
  hung: boolean;
}

function bodyOf({ form, json }: Draft): [type: string, body: string] | undefined {
  if (form) return ['application/x-www-form-urlencoded', encodeForm(form)];
  return json === undefined ? undefined : ['application/json', JSON.stringify(json)];
}

/** Header values are written as they are, each character an octet or, beyond Latin-1, several. */
export function octetsOf(draft: Draft, port: number): Uint8Array {
  const query = draft.query.length === 0 ? '' : `?${encodeForm(draft.query)}`;
  const sent = bodyOf(draft);
  const lines = [
    `${draft.method} ${draft.path}${query} HTTP/1.1`,
    `Host: localhost:${port}`,
    'Connection: close',
    ...draft.headers.map(([name, value]) => `${name}: ${value}`),
    ...(sent ? [`Content-Type: ${sent[0]}`, `Content-Length: ${Buffer.byteLength(sent[1])}`] : []),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${sent?.[1] ?? ''}`);
}

/** A server that says nothing for this long waits for more of the request. */
const quiet = 300;
/** And for this long, though nothing more will come, hangs. */
const longest = 15_000;

/**
 * Sends octets on a connection of their own and reads until the server closes it.
 *
 * @param isWhole nothing is missing, so that the answer is waited for
 */
export function send(octets: Uint8Array, port: number, isWhole: boolean): Promise<Reply> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const socket = connect(port, '127.0.0.1');
    let text = '';
    let hung = false;
    // Half-closed: a request that was cut short is then known to be over.
    const patience = isWhole ? undefined : setTimeout(() => socket.end(), quiet);
    const limit = setTimeout(() => {
      hung = true;
      socket.destroy();
    }, longest);
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      text += chunk;
      // A stream never ends by itself.
      if (/^content-type: text\/event-stream/im.test(text)) socket.destroy();
    });
    // A reset is an end as well; whether the server lives is asked at the end.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(patience);
      clearTimeout(limit);
      // Who sent `Expect: 100-continue` is told so before the answer.
      const answer = text.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
      resolve({ text: answer, hung, milliseconds: performance.now() - startedAt });
    });
    socket.write(octets);
  });
}
