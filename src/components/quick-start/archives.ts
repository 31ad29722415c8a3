import { gzipSync, strToU8, zipSync } from 'fflate';
import { createTar } from 'nanotar';
import { languages, type ProgramFlow, programFlows } from './languages.ts';
import { type ProgramFile, programFiles } from './program-files.ts';

/** Every program's name in the addresses of its archives, such as `authorization-flow-python`. */
export const archiveNames: readonly { name: string; flow: ProgramFlow; slug: string }[] =
  programFlows.flatMap((flow) =>
    languages.map(({ slug }) => ({ name: `${flow}-${slug}`, flow, slug })),
  );

// The same files give the same bytes on every day and in every time zone: a zip holds local
// time, so its moment is made from local parts; tar and gzip count seconds.
const zipMoment = () => new Date(2026, 0, 1);
const tarMoment = Date.UTC(2026, 0, 1);
const readable = '644';

/** A zip with one folder named after the program. */
export function zipOf(name: string, files: readonly ProgramFile[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ path, text }) => [`${name}/${path}`, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: zipMoment() });
}

/** The same as a gzipped tar. */
export function tarOf(name: string, files: readonly ProgramFile[]): Uint8Array<ArrayBuffer> {
  const tar = createTar(
    files.map(({ path, text }) => ({ name: `${name}/${path}`, data: text })),
    { attrs: { mtime: tarMoment, mode: readable, uid: 0, gid: 0, user: 'root', group: 'root' } },
  );
  return gzipSync(new Uint8Array(tar), { level: 9, mtime: 0 });
}

/** What `getStaticPaths` of an archive's endpoint answers. */
export const archivePaths = () =>
  archiveNames.map(({ name, flow, slug }) => ({
    params: { program: name },
    props: { flow, slug },
  }));

/** The archive of a program as an answer. */
export function archiveResponse(
  make: typeof zipOf,
  type: string,
  { program, flow, slug }: { program: string; flow: ProgramFlow; slug: string },
): Response {
  return new Response(make(program, programFiles(flow, slug)), {
    headers: { 'content-type': type },
  });
}
