import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parseTarGzip } from 'nanotar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../node.ts';
import { filledIn, startFirst, tarOf, zipOf } from '../archive.ts';

const built = [
  { path: 'app/.env', text: `${startFirst}\nRC_SERVER_URL=http://localhost:4321\n` },
  { path: 'app/password/.env', text: `${startFirst}\nRC_SERVER_URL=http://localhost:4321\n` },
  { path: 'app/app.mjs', text: "fetch('http://localhost:5000'); // é\n" },
];
const publicOrigin = 'https://docs.example.test';
let site: string;
let own: RunningServer;
let open: RunningServer;

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'own-archive-'));
  mkdirSync(join(site, 'quick-start/files'), { recursive: true });
  writeFileSync(join(site, 'quick-start/files/app.zip'), zipOf(built));
  writeFileSync(join(site, 'quick-start/files/app.tar.gz'), tarOf(built));
  own = await startServer({ port: 0, site });
  open = await startServer({ port: 0, site, publicOrigin });
});
afterAll(async () => {
  await own.close();
  await open.close();
  rmSync(site, { recursive: true });
});

async function texts(answer: Response): Promise<Record<string, string>> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(answer.headers.get('content-length')).toBe(String(bytes.length));
  const files = answer.url.endsWith('.zip')
    ? Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)])
    : (await parseTarGzip(bytes)).map(({ name, text }) => [name, text]);
  return Object.fromEntries(files) as Record<string, string>;
}

describe.each([
  ['zip', 'application/zip'],
  ['tar.gz', 'application/gzip'],
])('the archive app.%s', (kind, type) => {
  test.each([
    ['the port it listens on', () => own, () => `http://localhost:${own.port}`],
    ['PUBLIC_URL', () => open, () => publicOrigin],
  ])('names %s in every .env, and is else what the build wrote', async (_, server, origin) => {
    const answer = await fetch(`${server().origin}/quick-start/files/app.${kind}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const settings = `${filledIn}\nRC_SERVER_URL=${origin()}\n`;
    expect(await texts(answer)).toEqual({
      'app/.env': settings,
      'app/password/.env': settings,
      'app/app.mjs': built[2]?.text,
    });
  });

  test('has a tag and a length, by which it is asked for again or in part', async () => {
    const address = `${own.origin}/quick-start/files/app.${kind}`;
    const head = await fetch(address, { method: 'HEAD' });
    const { etag = '', 'content-length': size } = Object.fromEntries(head.headers);
    const part = await fetch(address, { headers: { range: 'bytes=0-9' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-9/${size}`]);
    const again = await fetch(address, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  test('of a program that there is not, is not found', async () => {
    for (const name of ['nothing', '..%2fapp', 'App', '']) {
      const answer = await fetch(`${own.origin}/quick-start/files/${name}.${kind}`);
      expect(answer.status, name).toBe(404);
    }
  });
});
