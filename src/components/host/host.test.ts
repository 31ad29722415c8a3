import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { refuseSubPath } from './integration.ts';
import { writeWorker } from './write-worker.ts';

const folders: string[] = [];
function site(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const files = { 'index.html': 'home', 'a/index.html': 'a', '404.html': 'none', '.built-from': 'x' };
const listOf = (folder: string, version: string) =>
  Object.keys(
    JSON.parse(readFileSync(join(folder, `sw/${version}.json`), 'utf8')) as Record<string, string>,
  );

describe('the static build', () => {
  it('lives at the root of an origin: a sub-path is refused at build', () => {
    expect(() => refuseSubPath('/docs/')).toThrow(/root of an origin/);
    expect(() => refuseSubPath('/docs')).toThrow(/\/docs/);
    expect(() => refuseSubPath('/')).not.toThrow();
    expect(() => refuseSubPath('')).not.toThrow();
  });

  it('says that it is static, and lists its pages by their address', async () => {
    const folder = site(files);
    const version = await writeWorker(folder, 'worker()');
    expect(listOf(folder, version)).toEqual(['/', '/404.html', '/a/', '/sandbox/pages.css']);
    expect(JSON.parse(readFileSync(join(folder, 'sandbox/host.json'), 'utf8'))).toEqual({
      host: 'static',
    });
    expect(readFileSync(join(folder, 'sw.js'), 'utf8')).toMatch(
      new RegExp(`^self\\.siteBuild=\\{"version":"${version}".*\\};\\nworker\\(\\)$`),
    );
  });

  it('has one version for one content, written twice or not, and another for another', async () => {
    const folder = site(files);
    const version = await writeWorker(folder, 'worker()');
    expect(await writeWorker(folder, 'worker()')).toBe(version);
    expect(await writeWorker(site(files), 'worker()')).toBe(version);
    expect(await writeWorker(site(files), 'worker(1)')).not.toBe(version);
    expect(await writeWorker(site({ ...files, '404.html': 'other' }), 'worker()')).not.toBe(
      version,
    );
  });
});
