import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { hostPath } from '../../sandbox/hosts/service-worker/which-host.ts';
import { workerPath } from '../../sandbox/hosts/service-worker/messages.ts';
import type { SiteBuild } from '../../sandbox/hosts/service-worker/scope.ts';
import { stylesheetPath } from '../../sandbox/views/layout.ts';
import { pagesStylesheet } from '../../sandbox/views/stylesheet.ts';

/** Where the list of files stands, apart from the worker: a browser reads the worker at every visit. */
const listFolder = 'sw';

/** Pages once more, for programs: nobody reads them without a network, and they would double the copy. */
const isTwin = /(?:\.md|^\/llms(?:-full)?\.txt)$/;

/** Files that are not the site's: the worker itself, who answers here, notes of earlier builds. */
const isOwn = (path: string) =>
  path === workerPath ||
  path === hostPath ||
  path.startsWith(`/${listFolder}/`) ||
  isTwin.test(path) ||
  /(^|\/)\.[^/]*$/.test(path);

const digest = (octets: string | Uint8Array) =>
  `sha256-${createHash('sha256').update(octets).digest('base64')}`;

/** Each address of the site with the digest of what it answers, as `integrity` wants it. */
async function listFiles(folder: string): Promise<[path: string, integrity: string][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const listed = files.map(async ({ parentPath, name }): Promise<[string, string]> => {
    const file = join(parentPath, name);
    const path = file
      .slice(folder.replace(/[/\\]$/, '').length)
      .split(sep)
      .join('/');
    return [path.replace(/\/index\.html$/, '/'), digest(await readFile(file))];
  });
  const all = (await Promise.all(listed)).filter(([path]) => !isOwn(path));
  return all.sort(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * Writes the worker beside the built site, with the list of files that it keeps
 * for use without a network. Its version is a digest of both, so that a change
 * of any file is a new worker, and the same site twice is the same one.
 *
 * @param folder what the build wrote, complete
 * @param code the worker's script, where it is there already
 * @returns the version
 */
export async function writeWorker(folder: string, code?: string): Promise<string> {
  const worker = code ?? (await (await import('./bundle-worker.ts')).bundleWorker());
  await mkdir(join(folder, 'sandbox'), { recursive: true });
  await writeFile(join(folder, stylesheetPath), pagesStylesheet);
  const list = JSON.stringify(Object.fromEntries(await listFiles(folder)));
  const version = createHash('sha256').update(list).update(worker).digest('hex').slice(0, 16);
  await rm(join(folder, listFolder), { recursive: true, force: true });
  await mkdir(join(folder, listFolder));
  await writeFile(join(folder, listFolder, `${version}.json`), list);
  const siteBuild: SiteBuild = {
    version,
    files: { path: `/${listFolder}/${version}.json`, integrity: digest(list) },
  };
  await writeFile(
    join(folder, workerPath),
    `self.siteBuild=${JSON.stringify(siteBuild)};\n${worker}`,
  );
  await writeFile(join(folder, hostPath), JSON.stringify({ host: 'static' }));
  return version;
}
