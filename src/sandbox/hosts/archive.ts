import { gzipSync, strToU8, zipSync } from 'fflate';
import { createTar } from 'nanotar';

/** One file of an archive: its path, with slashes, and its text. */
export interface ArchivedFile {
  path: string;
  text: string;
}

/**
 * What the `.env` of an archive begins with that files alone can hold: whoever hands it out has no
 * sandbox that a program reaches. A server that has one writes `filledIn` in its place.
 */
export const startFirst =
  '# Start the sandbox first: npm start, in the project of this site. If it prints another address, write that one here.';
export const filledIn = '# The address of the sandbox that this file came from.';

// The same files give the same bytes on every day and in every time zone: a zip holds local
// time, so its moment is made from local parts; tar and gzip count seconds.
const zipMoment = () => new Date(2026, 0, 1);
const tarMoment = Date.UTC(2026, 0, 1);
const readable = '644';

/** The files as a zip. */
export function zipOf(files: readonly ArchivedFile[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ path, text }) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: zipMoment() });
}

/** The same as a gzipped tar. */
export function tarOf(files: readonly ArchivedFile[]): Uint8Array<ArrayBuffer> {
  const tar = createTar(
    files.map(({ path, text }) => ({ name: path, data: text })),
    { attrs: { mtime: tarMoment, mode: readable, uid: 0, gid: 0, user: 'root', group: 'root' } },
  );
  return gzipSync(new Uint8Array(tar), { level: 9, mtime: 0 });
}
