import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Root may write anywhere; without its capabilities the permissions of a folder bind it too. */
const bound = ['setpriv', '--bounding-set=-all', '--inh-caps=-all'];
let clone: string;

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'clone-'));
  for (const entry of ['src', 'content', 'public', 'scripts', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, entry), join(clone, entry), { recursive: true });
  }
  for (const entry of ['astro.config.mjs', 'ec.config.mjs', 'package-lock.json']) {
    cpSync(join(root, entry), join(clone, entry));
  }
  // What a start keeps there is the clone's own.
  mkdirSync(join(clone, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')).filter((one) => one !== '.cache'))
    symlinkSync(join(root, 'node_modules', name), join(clone, 'node_modules', name));
});
afterAll(() => {
  chmodSync(clone, 0o755);
  rmSync(clone, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  /** What it said, line by line. */
  lines: string[];
}

async function start(env: Record<string, string>): Promise<Ended> {
  const [command = '', ...words] = [
    ...(process.getuid?.() === 0 ? bound : []),
    process.execPath,
    join(clone, 'scripts/start.mjs'),
  ];
  const child = spawn(command, words, {
    cwd: clone,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lines: said.split('\n').filter(Boolean) };
}

/** The stamp that a build of these sources leaves. */
async function stamp(): Promise<void> {
  const { hashOfSources } = (await import(join(clone, 'scripts/build-if-changed.mjs'))) as {
    hashOfSources: () => string;
  };
  mkdirSync(join(clone, 'dist'), { recursive: true });
  writeFileSync(join(clone, 'dist/.built-from'), hashOfSources());
}

describe('npm start, when it cannot: one line that says what to do, and status 1', () => {
  test('a folder that cannot be written', async () => {
    chmodSync(clone, 0o555);
    const ended = await start({ PORT: '0' });
    chmodSync(clone, 0o755);
    expect(ended).toEqual({
      code: 1,
      lines: [`Cannot write to ${clone}/: make the folder writable and start again.`],
    });
  });

  test('a build that is missing though its stamp is there', async () => {
    await stamp();
    expect(await start({ PORT: '0' })).toEqual({
      code: 1,
      lines: [
        `There is no built site in ${clone}/dist. Run \`npm run build\`, then \`npm start\`.`,
      ],
    });
  });

  test('a port in use', async () => {
    await stamp();
    writeFileSync(join(clone, 'dist/index.html'), '<!doctype html>');
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const address = blocker.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const ended = await start({ PORT: String(port) });
    blocker.close();
    expect(ended.code).toBe(1);
    expect(ended.lines).toEqual([expect.stringMatching(`^Port ${port} is in use\\. Stop what`)]);
  });

  test('a PORT that is no number', async () => {
    expect(await start({ PORT: 'http' })).toEqual({
      code: 1,
      lines: ['PORT is "http". Use a number from 0 to 65535.'],
    });
  });
});

describe('npm start on a build that is there', () => {
  const builder = 'scripts/build-if-changed.mjs';
  const building = expect.stringContaining('its sources changed since the last build') as string;

  beforeEach(async () => {
    await stamp();
    writeFileSync(join(clone, 'dist/index.html'), '<!doctype html>');
  });

  /** What a start says that ends by a port in use, and never builds: the builder is not on its PATH. */
  async function said(): Promise<string[]> {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const address = blocker.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { lines } = await start({ PORT: String(port), PATH: '/usr/bin:/bin' });
    blocker.close();
    return lines;
  }
  const serves = [expect.stringMatching(/^Port \d+ is in use/) as string];

  test('a file that was only touched is no reason to build, before and after its times are known', async () => {
    expect(await said()).toEqual(serves);
    expect(await said()).toEqual(serves);
    utimesSync(join(clone, builder), 1_700_000_000, 1_700_000_000);
    expect(await said()).toEqual(serves);
  });

  test('a file of the same size with other content is one, and a file that is new', async () => {
    expect(await said()).toEqual(serves);
    const before = readFileSync(join(clone, builder), 'utf8');
    writeFileSync(
      join(clone, builder),
      before.replace('does not', 'DOES NOT').replace('by hash', 'by HASH'),
    );
    expect(await said()).toContainEqual(building);
    writeFileSync(join(clone, builder), before);
    writeFileSync(join(clone, 'content/new.mdx'), '');
    expect(await said()).toContainEqual(building);
    rmSync(join(clone, 'content/new.mdx'));
  });

  test('the first start serves from the sources, and the next from one file: the same answers', async () => {
    const ask = async (): Promise<{ answers: string[]; lines: string[] }> => {
      const child = spawn(process.execPath, [join(clone, 'scripts/start.mjs')], {
        cwd: clone,
        env: { PATH: process.env['PATH'] ?? '', PORT: '0' },
      });
      const lines: string[] = [];
      createInterface(child.stdout).on('line', (line) => lines.push(line));
      await vi.waitFor(() => expect(lines.at(-1)).toMatch(/^Authorization Flows/), 30_000);
      const origin = /http:.*(?=\/$)/.exec(lines.at(-1) ?? '')?.[0] ?? '';
      const answers: string[] = [];
      for (const path of [
        '/',
        '/.well-known/oauth-authorization-server',
        '/sandbox/openapi.json',
      ]) {
        const answer = await fetch(origin + path);
        answers.push(`${path} ${answer.status} ${(await answer.text()).replaceAll(origin, '')}`);
      }
      await vi.waitFor(() => expect(bundles()).toHaveLength(1), 30_000);
      child.kill();
      await once(child, 'close');
      return { answers, lines };
    };
    const bundles = (): string[] => {
      const folder = join(clone, 'node_modules/.cache/start');
      return readdirSync(folder).filter((name) => name.startsWith('server-'));
    };
    const first = await ask();
    expect(first.answers[2]).toMatch(/^\/sandbox\/openapi.json 200 \{/);
    const file = join(clone, 'node_modules/.cache/start', bundles()[0] ?? '');
    // Which of the two runs is told by what is put into the file.
    writeFileSync(file, `console.log('from one file');${readFileSync(file, 'utf8')}`);
    const second = await ask();
    expect(second.lines).toContain('from one file');
    expect(second.answers).toEqual(first.answers);
    // One that was cut short is no reason not to start, and is made again.
    for (const bad of ['', 'import {']) {
      writeFileSync(file, bad);
      expect((await ask()).answers).toEqual(first.answers);
      await vi.waitFor(
        () => expect(readFileSync(file, 'utf8').length).toBeGreaterThan(1e5),
        30_000,
      );
    }
  });

  test('no file is made under the name of sources that were edited since', async () => {
    const before = readFileSync(join(clone, builder), 'utf8');
    const { hash } = (await import(join(clone, 'scripts/build-if-changed.mjs'))).readStamp() as {
      hash: string;
    };
    const folder = join(clone, 'node_modules/.cache/start');
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(join(clone, builder), `${before}// edited`);
    const child = spawn(process.execPath, [join(clone, 'scripts/server-bundle.mjs'), clone, hash]);
    expect(await once(child, 'close')).toEqual([0, null]);
    writeFileSync(join(clone, builder), before);
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  });
});
