import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCopies } from '#components/compressed/write-copies.ts';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';

const long = 'A sentence that stands here again and again. '.repeat(100);
const page = `<!doctype html><p>${long}</p>`;
const named = `<!doctype html><p>curl http://localhost:4321/restapi ${long}</p>`;
const texts = {
  'index.html': page,
  'named/index.html': named,
  '404.html': `<!doctype html>missing ${long}`,
  'flows/jwt.md': `# JWT\n${long}`,
  'errors.json': JSON.stringify({ long }),
  '_astro/page.abc123.js': `export default ${JSON.stringify(long)}`,
  '_astro/page.abc123.css': `a { content: ${JSON.stringify(long)} }`,
  'favicon.svg': `<svg><!-- ${long} --></svg>`,
  'sw.js': `// ${long}`,
};
let folder: string;
let server: RunningServer;

function lay(path: string, content: string | Uint8Array) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copies-'));
  for (const [path, content] of Object.entries(texts)) lay(path, content);
  lay('short.txt', 'short');
  lay('picture.png', long);
  lay('program.tar.gz', 'an archive');
  lay('_Caddyfile', long);
  lay('_csp.json', JSON.stringify({ policy: "default-src 'self'", long }));
  await writeCopies(folder);
  server = await startServer({ port: 0, site: folder });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  octets: Buffer;
  text: string;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(server.origin + path, { method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const octets = Buffer.concat(parts);
        const encoding = answer.headers['content-encoding'];
        const isWhole = octets.length > 0 && answer.statusCode !== 206;
        const text = !isWhole
          ? octets
          : encoding === 'br'
            ? brotliDecompressSync(octets)
            : encoding === 'gzip'
              ? gunzipSync(octets)
              : octets;
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          octets,
          text: text.toString(),
        });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}
const encodingOf = async (path: string, accepted?: string) =>
  (await ask(path, accepted === undefined ? {} : { 'accept-encoding': accepted })).headers[
    'content-encoding'
  ];

describe('which copy is sent (RFC 9110 12.5.3)', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZip', 'gzip'],
    ['deflate', undefined],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0.001', 'br'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['br;q=0, *;q=0.1', 'gzip'],
    ['identity, br;q=0.5', undefined],
    ['identity;q=0.5, br', 'br'],
    ['identity;q=0, deflate', undefined],
    ['brotli, gzippy', undefined],
    [';;q=,,=', undefined],
  ])('Accept-Encoding: %s gets %s', async (accepted, encoding) => {
    expect(await encodingOf('/', accepted)).toBe(encoding);
  });

  it.each(['br', 'gzip'] as const)(
    '%s: each kind of text as it was, with its own media type',
    async (encoding) => {
      for (const [path, type] of [
        ['index.html', 'text/html; charset=utf-8'],
        ['flows/jwt.md', 'text/markdown; charset=utf-8'],
        ['errors.json', 'application/json'],
        ['_astro/page.abc123.js', 'text/javascript; charset=utf-8'],
        ['_astro/page.abc123.css', 'text/css; charset=utf-8'],
        ['favicon.svg', 'image/svg+xml; charset=utf-8'],
      ] as const) {
        const { status, headers, octets, text } = await ask(`/${path}`, {
          'accept-encoding': encoding,
        });
        expect([status, text], path).toEqual([200, texts[path]]);
        expect(headers, path).toMatchObject({
          'content-encoding': encoding,
          'content-type': type,
          'content-length': String(octets.length),
          vary: 'Accept-Encoding',
          'x-content-type-options': 'nosniff',
        });
        expect(octets.length, path).toBeLessThan(texts[path].length / 4);
      }
    },
  );

  it('says that it varies to whoever takes no encoding, too', async () => {
    const { headers, text } = await ask('/');
    expect([headers['vary'], headers['content-encoding'], text]).toEqual([
      'Accept-Encoding',
      undefined,
      page,
    ]);
  });

  it('what has no copy is sent as it is, and an archive is no copy', async () => {
    for (const path of ['/short.txt', '/picture.png', '/program.tar.gz']) {
      const { status, headers } = await ask(path, { 'accept-encoding': 'br, gzip' });
      expect([status, headers['content-encoding'], headers['vary']], path).toEqual([
        200,
        undefined,
        undefined,
      ]);
    }
  });

  it('a page with the server’s own address is compressed with that address', async () => {
    const own = named.replace('localhost:4321', `localhost:${server.port}`);
    for (const encoding of ['br', 'gzip', 'identity']) {
      expect((await ask('/named/', { 'accept-encoding': encoding })).text).toBe(own);
    }
  });

  it('the page of what is not there is compressed, with its policy and no tag', async () => {
    const { status, headers, text } = await ask('/nothing/', { 'accept-encoding': 'br' });
    expect([status, text]).toEqual([404, texts['404.html']]);
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'content-security-policy': "default-src 'self'",
      'cache-control': 'no-cache',
    });
    expect(headers['etag']).toBeUndefined();
    expect((await ask('/nothing/', { 'if-none-match': '*' })).status).toBe(404);
  });

  it('a copy has no address of its own', async () => {
    for (const path of ['/index.html.br', '/errors.json.gz', '/_csp.json.br', '/_Caddyfile.gz']) {
      expect((await ask(path)).status, path).toBe(404);
    }
  });

  it('a copy that is older than its file is not sent', async () => {
    lay('changed.txt', 'new '.repeat(500));
    lay('changed.txt.br', 'of old');
    utimesSync(join(folder, 'changed.txt.br'), new Date(0), new Date(0));
    const { headers, text } = await ask('/changed.txt', { 'accept-encoding': 'br' });
    expect([headers['content-encoding'], text]).toEqual([undefined, 'new '.repeat(500)]);
  });

  it('a file that changes is read again', async () => {
    lay('later.txt', 'one');
    const first = await ask('/later.txt');
    lay('later.txt', 'another');
    const second = await ask('/later.txt');
    expect([first.text, second.text]).toEqual(['one', 'another']);
    expect(second.headers['etag']).not.toBe(first.headers['etag']);
  });
});

describe('what the sandbox answers is never compressed', () => {
  it.each([
    '/restapi',
    '/restapi/oauth/authorize?client_id=sandbox-browser',
    '/restapi/v1.0/account/~/extension/~',
    '/.well-known/oauth-authorization-server',
    '/sandbox/api/apps',
    '/sandbox/api/events/backlog',
    '/sandbox/host.json',
    '/sandbox/openapi.json',
  ])('%s', async (path) => {
    const { headers } = await ask(path, { 'accept-encoding': 'br, gzip' });
    expect(headers['content-encoding']).toBeUndefined();
  });
});

describe('conditions and ranges (RFC 9110 13, 14)', () => {
  const path = '/_astro/page.abc123.js';
  const text = texts['_astro/page.abc123.js'];
  const tagIn = async (encoding: string) =>
    String((await ask(path, { 'accept-encoding': encoding })).headers['etag']);

  it('each encoding has a strong tag of its own, the same each time', async () => {
    const tags = await Promise.all(['br', 'gzip', 'identity'].map(tagIn));
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]{22}"$/);
    expect(await tagIn('br')).toBe(tags[0]);
  });

  it('If-None-Match: who has it is told so, with what a cache needs and no body', async () => {
    const tag = await tagIn('br');
    for (const field of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      for (const method of ['GET', 'HEAD']) {
        const { status, headers, octets } = await ask(
          path,
          { 'accept-encoding': 'br', 'if-none-match': field },
          method,
        );
        expect([status, octets.length], `${method} ${field}`).toEqual([304, 0]);
        expect(headers).toMatchObject({
          etag: tag,
          vary: 'Accept-Encoding',
          'cache-control': 'public, max-age=31536000, immutable',
        });
        expect(headers['content-encoding']).toBeUndefined();
      }
    }
  });

  it('If-None-Match: the tag of another encoding is another’s', async () => {
    const headers = { 'accept-encoding': 'gzip', 'if-none-match': await tagIn('br') };
    const answer = await ask(path, headers);
    expect([answer.status, answer.headers['content-encoding'], answer.text]).toEqual([
      200,
      'gzip',
      text,
    ]);
  });

  it('a page with the server’s own address has the tag of that', async () => {
    const { headers } = await ask('/named/', { 'accept-encoding': 'br' });
    const again = { 'accept-encoding': 'br', 'if-none-match': String(headers['etag']) };
    expect((await ask('/named/', again)).status).toBe(304);
  });

  it('If-Match: 412 for a tag that it has not', async () => {
    expect((await ask(path, { 'if-match': '"other"' })).status).toBe(412);
    const tag = await tagIn('identity');
    expect((await ask(path, { 'if-match': tag })).status).toBe(200);
    // It is compared strongly (RFC 9110 13.1.1), so a weak tag names nothing.
    expect((await ask(path, { 'if-match': `W/${tag}` })).status).toBe(412);
  });

  it.each(['identity', 'br', 'gzip'])('HEAD of %s has the headers of GET', async (encoding) => {
    const [got, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) => ask(path, { 'accept-encoding': encoding }, method)),
    );
    const ofGet = { ...got?.headers, date: '' };
    expect({ ...head?.headers, date: '' }).toEqual(ofGet);
    expect(head?.octets.length).toBe(0);
    expect(got?.headers['content-length']).toBe(String(got?.octets.length));
  });

  it.each([
    ['bytes=0-9', 206, [0, 10]],
    ['bytes=10-', 206, [10, undefined]],
    ['bytes=-5', 206, [-5, undefined]],
    ['bytes=0-99999999', 206, [0, undefined]],
    ['Bytes = 2-2', 206, [2, 3]],
    ['bytes=-99999999', 206, [0, undefined]],
    ['bytes=99999999-', 416, [0, 0]],
    ['bytes=-0', 416, [0, 0]],
    ['bytes=5-2', 200, [0, undefined]],
    ['bytes=0-1,4-5', 200, [0, undefined]],
    ['lines=1-2', 200, [0, undefined]],
    ['bytes=a-b', 200, [0, undefined]],
    // Nobody sends it, and a pattern that takes any number of spaces takes a second for 16 kB of them.
    ['bytes=0-   9', 200, [0, undefined]],
  ] as const)('Range: %s gets %i', async (range, status, part) => {
    for (const encoding of ['identity', 'gzip']) {
      const whole = await ask(path, { 'accept-encoding': encoding });
      const answer = await ask(path, { 'accept-encoding': encoding, range });
      expect(answer.status).toBe(status);
      expect(answer.octets.equals(whole.octets.subarray(...part))).toBe(true);
      if (status === 206) {
        expect(answer.headers).toMatchObject({
          etag: whole.headers['etag'],
          'content-length': String(answer.octets.length),
          'content-type': 'text/javascript; charset=utf-8',
        });
        expect(answer.headers['content-encoding']).toBe(whole.headers['content-encoding']);
      }
      if (status === 206 || status === 416) {
        expect(answer.headers['content-range']).toMatch(
          new RegExp(`^bytes (?:\\d+-\\d+|\\*)/${whole.octets.length}$`),
        );
      }
    }
  });

  it('If-Range: a part of what the client has, else the whole; HEAD knows no part', async () => {
    const range = { 'accept-encoding': 'br', range: 'bytes=0-3' };
    const statusWith = async (ifRange: string, method?: string) =>
      (await ask(path, { ...range, 'if-range': ifRange }, method)).status;
    const tag = await tagIn('br');
    expect(await statusWith(tag)).toBe(206);
    expect(await statusWith(await tagIn('gzip'))).toBe(200);
    expect(await statusWith(`W/${tag}`)).toBe(200);
    expect(await statusWith(new Date().toUTCString())).toBe(200);
    expect(await statusWith(tag, 'HEAD')).toBe(200);
  });
});

describe('the copies', () => {
  it('stand beside each text, the worker’s script among them, and no note to a host', () => {
    for (const [path, text] of Object.entries(texts)) {
      const copy = (suffix: string) => readFileSync(join(folder, path + suffix));
      expect(brotliDecompressSync(copy('.br')).toString(), path).toBe(text);
      expect(gunzipSync(copy('.gz')).toString(), path).toBe(text);
    }
    for (const path of ['short.txt', 'picture.png', '_Caddyfile']) {
      expect(() => readFileSync(join(folder, `${path}.br`)), path).toThrow('ENOENT');
    }
  });

  it('are written once, however often that is asked', async () => {
    expect(await writeCopies(folder)).toBeGreaterThan(0);
    expect(() => readFileSync(join(folder, 'index.html.br.gz'))).toThrow('ENOENT');
  });
});
