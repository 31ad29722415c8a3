import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0 });
});
afterAll(() => server.close());

/** Sends octets as they are and reads until the server closes. */
async function raw(...lines: string[]): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(server.port, '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => (text += chunk));
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  await once(socket, 'close');
  const end = text.indexOf('\r\n\r\n');
  return {
    status: Number(text.split(' ', 2)[1]),
    head: text.slice(0, end).toLowerCase(),
    body: text.slice(end + 4),
  };
}

const here = () => `localhost:${server.port}`;
const get = (target: string, ...more: string[]) =>
  raw(`GET ${target} HTTP/1.1`, `Host: ${here()}`, 'Connection: close', ...more);

describe('a request in absolute form is the request in origin form (RFC 9112 section 3.2.2)', () => {
  it.each([
    ['/restapi', '"apiVersions"'],
    ['/.well-known/oauth-authorization-server', '"issuer"'],
    ['/sandbox/api/clock', '{"offsetSeconds":0}'],
    ['/sandbox/host.json', '{"host":"node"}'],
  ])('%s', async (path, text) => {
    const absolute = await get(`http://${here()}${path}`);
    expect(absolute.status).toBe(200);
    expect(absolute.body).toContain(text);
    expect((await get(path)).status).toBe(200);
  });

  it('and the host in it counts, not the field (RFC 9112 section 3.2.2)', async () => {
    const lines = (target: string, host: string) =>
      raw(`GET ${target} HTTP/1.1`, `Host: ${host}`, 'Connection: close');
    const named = await lines(`http://${here()}/.well-known/oauth-authorization-server`, 'other');
    expect(named.body).toContain(`"issuer":"http://${here()}"`);
    expect((await lines('http://evil.example/sandbox/api/clock', here())).status).toBe(421);
    expect((await raw(`GET http://${here()}/restapi HTTP/1.0`)).status).toBe(200);
  });
});

describe('an address is read once, by host and sandbox alike', () => {
  it.each([
    ['/restapi/../sandbox/api/clock', 200, '{"offsetSeconds":0}'],
    ['/x/../restapi', 200, '"apiVersions"'],
    ['/restapi/../nothing', 404, 'Not found'],
    ['/sandbox/%2e%2e/restapi', 200, '"apiVersions"'],
    ['/sandbox/api/../host.json', 200, '{"host":"node"}'],
  ])('%s', async (path, status, text) => {
    const answer = await get(path);
    expect([answer.status, answer.body]).toEqual([status, expect.stringContaining(text)]);
  });

  it('with its guards: a dotted way to the control API is no way around them', async () => {
    const path = '/restapi/../sandbox/api/clock';
    const foreign = await raw(`GET ${path} HTTP/1.1`, 'Host: evil.example', 'Connection: close');
    expect(foreign.status).toBe(421);
  });
});

describe('a request that names no host, or two, is told so', () => {
  it.each([
    ['HTTP/1.0 without Host', ['GET /restapi HTTP/1.0'], 'Host'],
    ['HTTP/1.1 without Host', ['GET /restapi HTTP/1.1', 'Connection: close'], 'Host'],
    [
      'two Hosts',
      ['GET /restapi HTTP/1.1', 'Host: localhost', 'hOST: evil.example', 'Connection: close'],
      'two Host',
    ],
    [
      'two Hosts that agree',
      ['GET / HTTP/1.1', 'Host: localhost', 'Host: localhost', 'Connection: close'],
      'two Host',
    ],
    [
      'a Host that is none',
      ['GET /restapi HTTP/1.1', 'Host: not a host', 'Connection: close'],
      'address',
    ],
    ['a target that is no address', ['OPTIONS * HTTP/1.1', 'Host: localhost'], 'address'],
    ['a backslash in the path', ['GET /\\x HTTP/1.1', 'Host: localhost'], 'address'],
  ])('%s: 400', async (_, lines, word) => {
    const answer = await raw(
      ...lines,
      ...(lines.includes('Connection: close') ? [] : ['Connection: close']),
    );
    expect(answer.status).toBe(400);
    expect(answer.body).toContain(word);
    expect(answer.head).toContain('content-type: text/plain; charset=utf-8');
    expect(answer.head).toContain('x-content-type-options: nosniff');
  });
});
