import { existsSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { filledIn, startFirst, tarOf, zipOf } from '../archive.ts';
import { withOwnAddress } from './own-address.ts';

/**
 * An archive of a program with this server's address in its files, so that the program runs as it
 * is unpacked. Both kinds are made from the build's zip, which holds the same files as its tar.
 *
 * @param path of the built archive, which ends with `.zip` or `.tar.gz`
 * @param origin such as `http://localhost:8080`
 * @returns undefined where the build left no zip
 */
export function ownArchive(path: string, origin: string): Uint8Array<ArrayBuffer> | undefined {
  const built = path.replace(/\.tar\.gz$/, '.zip');
  if (!existsSync(built)) return undefined;
  const files = Object.entries(unzipSync(readFileSync(built))).map(([name, bytes]) => ({
    path: name,
    text: withOwnAddress(strFromU8(bytes), origin).replaceAll(startFirst, filledIn),
  }));
  return path.endsWith('.zip') ? zipOf(files) : tarOf(files);
}
