import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startFirst, tarOf, zipOf } from '#sandbox/hosts/archive.ts';
import { archivedFiles, archiveNames } from './archives.ts';
import { languages } from './languages.ts';
import { programFiles } from './program-files.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('program files', () => {
  test.each(languages)('$label: every file that is named stands in its folder', (language) => {
    const { slug, app, sdk, jwt, password, beside } = language;
    const place = (flow: string, file: string, folder = '') =>
      existsSync(join(root, 'content/quick-start', flow, slug, folder, file));
    expect(place('authorization-flow', app.file)).toBe(true);
    expect(place('authorization-flow', sdk.file)).toBe(true);
    for (const file of Object.values(beside)) {
      expect(place('authorization-flow', file)).toBe(true);
      expect(place('password-flow', file)).toBe(false);
    }
    expect(place('password-flow', jwt.file)).toBe(true);
    expect(place('password-flow', password.file, password.folder)).toBe(true);
  });

  test('leave out pages, secrets and what a run leaves behind', () => {
    const folder = mkdtempSync(join(tmpdir(), 'program-files-'));
    const program = join(folder, 'content/quick-start/authorization-flow/java');
    for (const path of [
      'FirstCall.java',
      'index.mdx',
      '.env.example',
      '.env',
      'classes/FirstCall.class',
      'node_modules/x/index.js',
      'password/Password.java',
      'password/.env.example',
      'password/Password.exe',
    ]) {
      mkdirSync(dirname(join(program, path)), { recursive: true });
      writeFileSync(join(program, path), path);
    }
    const files = programFiles('authorization-flow', 'java', folder);
    rmSync(folder, { recursive: true });
    expect(files).toEqual([
      { path: '.env', text: '.env.example' },
      { path: 'FirstCall.java', text: 'FirstCall.java' },
      { path: 'password/.env', text: 'password/.env.example' },
      { path: 'password/Password.java', text: 'password/Password.java' },
    ]);
  });
});

describe('archives', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  test('the same files give the same bytes on another day in another time zone', () => {
    const [one] = archiveNames as [(typeof archiveNames)[number]];
    const files = archivedFiles(one, root);
    const make = () => [zipOf(files), tarOf(files)].map((bytes) => [...bytes]);
    vi.stubEnv('TZ', 'UTC');
    const first = make();
    vi.useFakeTimers({ now: new Date('2031-07-09T23:59:59Z') });
    vi.stubEnv('TZ', 'Pacific/Auckland');
    expect(make()).toEqual(first);
  });

  test.each(archiveNames)('$name: its settings say what to start first', (one) => {
    const settings = archivedFiles(one, root).filter(({ path }) => path.endsWith('.env'));
    expect(settings.length).toBe(one.flow === 'password-flow' ? 2 : 1);
    for (const { text } of settings) {
      expect(text.split('\n')[0]).toBe(startFirst);
      expect(text).toContain('RC_SERVER_URL=http://localhost:4321\n');
    }
  });
});
