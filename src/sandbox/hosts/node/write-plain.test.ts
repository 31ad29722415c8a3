import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PlainResponse } from '../../wire/plain-response.ts';
import { createPlainWriter } from './write-plain.ts';

afterEach(() => vi.restoreAllMocks());

/** A server that holds its answers until so many requests have come, and writes them in one turn. */
async function startHolding(count: number, answerOf: (path: string) => PlainResponse) {
  const write = createPlainWriter();
  const held: [string, ServerResponse][] = [];
  const server = createServer((request, response) => {
    held.push([request.url ?? '', response]);
    if (held.length < count) return;
    for (const [path, one] of held.splice(0)) write(answerOf(path), one);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port, close, origin: `http://127.0.0.1:${port}` };
}

const good = (path: string) => new PlainResponse(200, { 'x-path': path }, `answer to ${path} ✓`);
/** Node refuses a header with a character beyond U+00FF. */
const oneBadAmong = (path: string) =>
  path === '/3'
    ? new PlainResponse(200, { location: 'https://a.example/€' }, 'secret')
    : good(path);
const ten = Array.from({ length: 10 }, (_, index) => `/${index}`);

describe('an answer that cannot be written ends itself alone', () => {
  it('as a 500 that tells nothing of it, beside nine that go out in the same turn', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const { origin, close } = await startHolding(10, oneBadAmong);
    const answers = await Promise.all(ten.map((path) => fetch(origin + path)));
    for (const [index, answer] of answers.entries()) {
      const text = await answer.text();
      if (index === 3) {
        expect([answer.status, answer.headers.get('location')]).toEqual([500, null]);
        expect(text).toBe('The server failed while it worked on this request.\n');
      } else {
        expect([answer.status, text]).toEqual([200, `answer to /${index} ✓`]);
      }
    }
    expect(said).toHaveBeenCalledTimes(1);
    // And the writer goes on.
    const more = await Promise.all(ten.map((path) => fetch(`${origin}/again${path}`)));
    expect(more.map(({ status }) => status)).toEqual(ten.map(() => 200));
    close();
  });

  it('in its place among requests of one connection', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { port, close } = await startHolding(1, oneBadAmong);
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    let text = '';
    socket.on('data', (chunk: string) => (text += chunk));
    const last = 'Connection: close\r\n';
    for (const path of ten) {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n${path === '/9' ? last : ''}\r\n`);
    }
    await once(socket, 'close');
    const statuses = [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
    expect(statuses).toEqual([200, 200, 200, 500, 200, 200, 200, 200, 200, 200]);
    close();
  });

  it('without harm where the client has gone', async () => {
    const { port, close, origin } = await startHolding(2, good);
    const gone = connect(port, '127.0.0.1');
    gone.write('GET /gone HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(gone, 'ready');
    gone.resetAndDestroy();
    const answer = await fetch(`${origin}/stays`);
    expect(answer.status).toBe(200);
    close();
  });
});

describe('an answer that is written', () => {
  it('has the length of its octets, or what it says itself; 204 has none', async () => {
    const { origin, close } = await startHolding(1, (path) => {
      if (path === '/none') return new PlainResponse(204, {}, '');
      if (path === '/head') return new PlainResponse(200, { 'content-length': '12' }, '');
      return good(path);
    });
    const lengthOf = async (path: string, method = 'GET') =>
      (await fetch(origin + path, { method })).headers.get('content-length');
    expect(await lengthOf('/a')).toBe(String(Buffer.byteLength('answer to /a ✓')));
    expect(await lengthOf('/none')).toBeNull();
    expect(await lengthOf('/head', 'HEAD')).toBe('12');
    close();
  });
});
