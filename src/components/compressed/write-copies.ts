import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodings } from '../../sandbox/hosts/node/encodings.ts';
import { notesToHosts } from '../hosting/files.ts';

/** Text; fonts, pictures, archives and the index of the search are compressed as they are. */
const text = /\.(?:html|js|mjs|css|json|svg|md|txt|xml)$/;
/** Below it a file and its headers fit in one packet either way. */
const smallest = 1_000;

/**
 * Writes each text of the built site once more in each encoding: `page.html.br`, `page.html.gz`.
 *
 * @param folder what the build wrote, complete
 * @returns how many files have copies
 */
export async function writeCopies(folder: string): Promise<number> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
    (entry) =>
      entry.isFile() && text.test(entry.name) && !notesToHosts.some((note) => note === entry.name),
  );
  const copy = async (path: string): Promise<boolean> => {
    const octets = await readFile(path);
    if (octets.length < smallest) return false;
    for (const { suffix, compress } of encodings) {
      await writeFile(path + suffix, await compress(octets));
    }
    return true;
  };
  const copied = await Promise.all(
    files.map(({ parentPath, name }) => copy(join(parentPath, name))),
  );
  return copied.filter(Boolean).length;
}
