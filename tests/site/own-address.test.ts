import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveNames } from '#components/quick-start/archives.ts';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';

/** The built site on a port that is not the usual one: what it tells a reader to type has to reach it. */
const dist = fileURLToPath(new URL('../../dist', import.meta.url));

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0, site: dist });
});
afterAll(() => server.close());

const read = async (path: string) => {
  const answer = await fetch(`${server.origin}${path}`);
  expect(answer.status, path).toBe(200);
  return answer;
};

/** The free port of this run may hold the usual one's digits. */
const withoutOwn = (text: string) => text.replaceAll(server.origin, '');

test('no page, twin, list or file of requests names the usual port', async () => {
  const paths = readdirSync(dist, { recursive: true })
    .map((file) => `/${String(file).split(sep).join('/')}`)
    .filter((path) => /\.(?:html|md|txt|http)$/.test(path) && !path.startsWith('/pagefind/'))
    .map((path) => path.replace(/\/index\.html$/, '/'));
  expect(paths.length).toBeGreaterThan(80);
  const naming: string[] = [];
  for (const path of paths.filter((one) => one !== '/404.html')) {
    if (withoutOwn(await (await read(path)).text()).includes('4321')) naming.push(path);
  }
  expect(naming).toEqual([]);
  // A bound against hanging: a busy machine sends a hundred pages in seconds.
}, 60_000);

test.each(archiveNames)('the zip of $name names this server and no other', async ({ name }) => {
  const bytes = new Uint8Array(await (await read(`/quick-start/files/${name}.zip`)).arrayBuffer());
  const files = Object.entries(unzipSync(bytes)).map(
    ([path, data]) => [path, strFromU8(data)] as const,
  );
  for (const [path, text] of files) {
    expect(withoutOwn(text).includes('localhost:4321'), path).toBe(false);
    if (path.endsWith('/.env')) {
      expect(text).toContain(`RC_SERVER_URL=http://localhost:${server.port}\n`);
    }
  }
  expect(files.map(([path]) => path)).toContain(join(name, '.env'));
});
