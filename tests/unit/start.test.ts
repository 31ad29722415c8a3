import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

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
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
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
