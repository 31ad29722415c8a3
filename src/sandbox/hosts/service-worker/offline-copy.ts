import * as z from 'zod/mini';
import { cachePrefix } from './messages.ts';
import type { SiteBuild } from './scope.ts';

/** Present once every file is there, so that what is served is one version or the network's. */
const completeMark = '/sw-complete';
const abreast = 6;

/** The list that the build writes: the digest of what each address answers. */
const filesSchema = z.catchall(z.object({}), z.string());

export interface OfflineCopyTools {
  caches: CacheStorage;
  fetch(path: string, init: RequestInit): Promise<Response>;
}

/** A navigation does not take an answer that was redirected, so it is made again without that mark. */
async function plain(response: Response): Promise<Response> {
  if (!response.redirected) return response;
  const { status, headers } = response;
  return new Response(await response.blob(), { status, headers });
}

/**
 * The site's files in a cache of their own version. Each is fetched with the
 * digest that the build gave it, so that a file of another version is never
 * kept; and the copy counts only once it is whole.
 */
export function createOfflineCopy(build: SiteBuild, { caches, fetch }: OfflineCopyTools) {
  const name = `${cachePrefix}${build.version}`;
  let filling: Promise<void> | undefined;
  let complete: boolean | undefined;

  async function isComplete(): Promise<boolean> {
    if (complete) return true;
    complete = (await caches.match(completeMark, { cacheName: name })) !== undefined;
    return complete;
  }

  async function fetchWhole(path: string, integrity: string): Promise<Response> {
    const response = await fetch(path, { integrity, cache: 'no-cache' });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return plain(response);
  }

  async function fillNow(): Promise<void> {
    if (await isComplete()) return;
    const list = await fetchWhole(build.files.path, build.files.integrity);
    const files = filesSchema.parse(await list.json());
    const cache = await caches.open(name);
    const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
    const missing = Object.entries(files).filter(([path]) => !kept.has(path));
    const takeOne = async (): Promise<void> => {
      for (let file = missing.shift(); file; file = missing.shift()) {
        await cache.put(file[0], await fetchWhole(...file));
      }
    };
    await Promise.all(Array.from({ length: abreast }, takeOne));
    await cache.put(completeMark, new Response(build.version));
    complete = true;
  }

  return {
    isComplete,
    /** Fetches what is missing. Fails when a file cannot be had, and goes on from there the next time. */
    fill: (): Promise<void> => {
      filling ??= fillNow().finally(() => {
        filling = undefined;
      });
      return filling;
    },
    /** A file of this version. */
    match: (path: string): Promise<Response | undefined> =>
      caches.match(path, { cacheName: name, ignoreVary: true }),
    /** A file of whatever version, for a tab that still shows an earlier one: its name has a hash. */
    matchEarlier: (path: string): Promise<Response | undefined> =>
      caches.match(path, { ignoreVary: true }),
    /** Drops the copies of versions before the last one: an old tab may still need its own. */
    dropOlder: async (): Promise<void> => {
      const others = (await caches.keys()).filter(
        (key) => key.startsWith(cachePrefix) && key !== name,
      );
      await Promise.all(others.slice(0, -1).map((key) => caches.delete(key)));
    },
    dropAll: async (): Promise<void> => {
      const own = (await caches.keys()).filter((key) => key.startsWith(cachePrefix));
      await Promise.all(own.map((key) => caches.delete(key)));
    },
  };
}

export type OfflineCopy = ReturnType<typeof createOfflineCopy>;
