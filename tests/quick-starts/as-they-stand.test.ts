import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '#components/quick-start/languages.ts';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';
import { sendAll } from './support/http-file.ts';
import { type Running, start } from './support/process.ts';
import { WebApp } from './support/web-app.ts';

/** Every page's own lines, taken from the page that the server sends, typed into a shell as they stand. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const present = process.env['QUICK_STARTS']?.split(',');
const here = languages.filter(({ slug }) => present === undefined || present.includes(slug));
const inCi = ['true', '1'].includes(process.env['CI'] ?? '');

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host: 'localhost', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const decoded = (html: string) =>
  html.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, number?: string, name = '') =>
      hex === undefined && number === undefined
        ? (named[String(name)] ?? whole)
        : String.fromCodePoint(hex === undefined ? Number(number) : parseInt(hex, 16)),
  );
const plain = (html: string) => decoded(html.replace(/<[^>]*>/g, ''));

/** What the copy buttons of code blocks copy, in the page's order. */
const copied = (html: string) =>
  [...html.matchAll(/<figure class="frame[^>]*>.*?<code[^>]*>(.*?)<\/code>/gs)].map(
    ([, code = '']) => plain(code),
  );
const after = (html: string, id: string) => html.slice(html.indexOf(`id="${id}"`));
const command = (html: string) =>
  plain(/aria-label="The command"[^>]*>(.*?)<\/pre>/s.exec(html)?.[1] ?? '');

/** A compiler on a busy machine takes its time. */
const patient = 300_000;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const path = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .join(delimiter);
const shell = {
  PATH: `${path}${delimiter}/usr/bin${delimiter}/bin`,
  http_proxy: '',
  HTTP_PROXY: '',
};

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'as-they-stand-'));
  folders.push(made);
  return made;
}

/** Types lines into a shell, in a folder. */
function type(lines: string, place: string): [command: string, folder: string] {
  writeFileSync(join(place, 'typed.sh'), `${lines}\n`);
  return ['bash typed.sh', place];
}

async function ran(lines: string, place: string): Promise<string> {
  const running: Running = start(...type(lines, place), shell);
  expect([await running.ended, running.output()]).toEqual([0, expect.anything()]);
  return running.output();
}

describe.each([4321, 0])('on port %i', (port) => {
  let server: RunningServer | undefined;
  let origin = '';
  beforeAll(async () => {
    if (port !== 0 && (await answers(port)) && !inCi) {
      console.log(`Port ${port} is taken: the pages' lines were NOT RUN there`);
      return;
    }
    server = await startServer({ port, site: join(root, 'dist') });
    origin = `http://localhost:${server.port}`;
  });
  afterAll(() => server?.close());
  const page = async (address: string) => (await fetch(`${origin}${address}`)).text();

  test('/quick-start/: the walk in a terminal, and the one request', async ({ skip }) => {
    if (!server) return skip();
    const isTyped = (code: string) => !/git clone|^# The first call/.test(code);
    const blocks = copied(await page('/quick-start/')).filter(isTyped);
    expect(blocks).toHaveLength(11);
    const printed = await ran(blocks.join('\n'), folder());
    expect(printed).toContain('The state is ours');
    expect(printed.match(/"access_token"/g)).toHaveLength(3);
    expect(printed).toMatch(/^200$/m);
  });

  test('/quick-start/sandbox.http: each request, as the editor sends it', async ({ skip }) => {
    if (!server) return skip();
    const sent = await sendAll(await page('/quick-start/sandbox.http'));
    expect(sent.map(({ status }) => status)).toEqual([201, 200, 200, 200]);
    expect(sent[2]?.body).toContain('"extensionNumber":"101"');
  });

  test('README: the request, with the address that npm start printed', async ({ skip }) => {
    if (!server) return skip();
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const [, block = ''] =
      /## Try the sandbox from a terminal\n\n```sh\n(.*?)```/s.exec(readme) ?? [];
    expect(block).toContain('http://localhost:4321/');
    const printed = await ran(block.replace('http://localhost:4321', origin), folder());
    expect(printed).toContain('"access_token"');
  });

  describe.each(here)('$label', ({ slug, password }) => {
    test(
      'the web app: get the files, run it, sign in',
      async ({ skip }) => {
        if (!server) return skip();
        if ((await answers(5000)) && !inCi) return skip('Port 5000 is taken');
        const html = await page(`/quick-start/authorization-flow/${slug}/`);
        const [run = ''] = copied(after(html, 'run-it'));
        const place = folder();
        const web = await WebApp.start(...type(`${command(html)}\n${run}`, place), shell);
        try {
          expect(web.origin).toBe('http://localhost:5000');
          const browser = web.newBrowser();
          expect((await web.signIn(browser)).text).toContain('extension id 1000101');
          expect((await web.call(browser)).status).toBe(200);
          web.expectClean();
        } finally {
          await web.program.stop();
        }
      },
      patient,
    );

    test(
      'the scripts: get the files, give the JWT, run both',
      async ({ skip }) => {
        if (!server) return skip();
        const html = await page(`/quick-start/password-flow/${slug}/`);
        const place = folder();
        await ran(command(html), place);
        const name = `password-flow-${slug}`;
        const inside = join(place, name);
        // What the page makes for its reader, by the line that the file itself has for a terminal.
        const env = readFileSync(join(inside, '.env'), 'utf8');
        const [, make = ''] = /^#\s+(curl .*\/sandbox\/api\/jwt.*)$/m.exec(env) ?? [];
        const { jwt } = JSON.parse(await ran(make, place)) as { jwt: string };
        writeFileSync(join(inside, '.env'), env.replace(/^RC_USER_JWT=$/m, `RC_USER_JWT=${jwt}`));
        const [run = ''] = copied(after(html, 'run-it'));
        expect(await ran(run, inside)).toContain('Extension 101');
        const [other = ''] = copied(after(html, 'password-script'));
        expect(existsSync(join(inside, password.folder ?? '', password.file))).toBe(true);
        expect(await ran(other, inside)).toContain('Extension 101');
      },
      patient,
    );
  });
});
