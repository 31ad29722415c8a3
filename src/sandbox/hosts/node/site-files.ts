import { createHash } from 'node:crypto';
import { type Stats, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { type Encoding, encodings, unchanged } from './encodings.ts';
import { withOwnAddress } from './own-address.ts';

/** The octets of a file in one encoding, with the tag that is theirs alone. */
export interface Representation {
  octets: Uint8Array<ArrayBuffer>;
  etag: string;
  encoding?: Encoding;
}

export interface SiteFile {
  type: string;
  /** Those that the build wrote a copy in. */
  encodings: readonly Encoding[];
  in(encoding: Encoding | undefined): Promise<Representation>;
}

/** Each page stands in it once more, and the library does not know it. */
const markdown = 'text/markdown; charset=utf-8';
/** A file of requests for an editor; the library does not know it either. */
const requests = 'text/plain; charset=utf-8';

/** Pages, their twins and the lists of them: their commands are typed as they stand. */
const isRead = /^text\/(?:html|markdown|plain)/;
/** A program with its settings, which name a server. */
const archive = /[\\/]quick-start[\\/]files[\\/][^\\/]+\.(?:zip|tar\.gz)$/;

/** What no host of files would take for a name of a file of this site. */
const odd = /[%\\\0]|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/;

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

const fileAt = (path: string): Stats | undefined => {
  const stats = statOf(path);
  return stats?.isFile() ? stats : undefined;
};

const tagOf = (octets: Uint8Array): string =>
  `"${createHash('sha256').update(octets).digest('base64url').slice(0, 22)}"`;

function openFile(path: string, changed: number, origin: string): SiteFile {
  const type =
    (path.endsWith('.md') && markdown) ||
    (path.endsWith('.http') && requests) ||
    (getMimeType(path) ?? 'application/octet-stream');
  const available = encodings.filter(({ suffix }) => {
    const copy = fileAt(path + suffix);
    // One that is older is of a file that has changed since.
    return copy !== undefined && copy.mtimeMs >= changed;
  });
  /** The octets of a page, its twin or an archive where they are not those of the build. */
  const rewrite = async (): Promise<Uint8Array | undefined> => {
    if (archive.test(path)) {
      // Loaded when it is asked for: most who start the server want its pages.
      const { ownArchive } = await import('./own-archive.ts');
      return ownArchive(path, origin);
    }
    if (!isRead.test(type)) return undefined;
    const text = await readFile(path, 'utf8');
    const own = withOwnAddress(text, origin);
    return own === text ? undefined : new TextEncoder().encode(own);
  };
  const read = async (encoding: Encoding | undefined): Promise<Representation> => {
    const rewritten = await rewrite();
    const octets = Uint8Array.from(
      rewritten === undefined
        ? await readFile(path + (encoding?.suffix ?? ''))
        : encoding === undefined
          ? rewritten
          : await encoding.compress(rewritten),
    );
    return { octets, etag: tagOf(octets), ...(encoding && { encoding }) };
  };
  const kept = new Map<string, Promise<Representation>>();
  return {
    type,
    encodings: available,
    in: (encoding) => {
      const name = encoding?.name ?? unchanged;
      const made = kept.get(name) ?? read(encoding);
      kept.set(name, made);
      made.catch(() => kept.delete(name));
      return made;
    },
  };
}

/**
 * The files of the built site, each kept as it is sent: with this server's address in pages and archives, in each
 * encoding that somebody asked for. A file that changes on disk is read again. There are as many as the
 * build wrote, so nobody can make it keep more.
 *
 * @param origin the server's own, which is known once it listens
 */
export function createSiteFiles(folder: string, origin: () => string) {
  const opened = new Map<string, { key: string; file: SiteFile }>();
  const isCopy = (path: string): boolean =>
    encodings.some(
      ({ suffix }) => path.endsWith(suffix) && fileAt(path.slice(0, -suffix.length)) !== undefined,
    );

  return {
    /** Whether a page without its slash is meant. */
    isFolder: (path: string): boolean =>
      !odd.test(path) && statOf(join(folder, path))?.isDirectory() === true,
    /** The file that an address means; a copy of one is none. */
    find: (path: string): SiteFile | undefined => {
      if (odd.test(path)) return undefined;
      const at = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      const stats = fileAt(at);
      if (stats === undefined || isCopy(at)) return undefined;
      const own = origin();
      const key = `${stats.mtimeMs} ${stats.size} ${own}`;
      const known = opened.get(at);
      if (known?.key === key) return known.file;
      const file = openFile(at, stats.mtimeMs, own);
      opened.set(at, { key, file });
      return file;
    },
  };
}
