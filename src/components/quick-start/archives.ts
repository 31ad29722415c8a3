import { type ArchivedFile, startFirst, type zipOf } from '#sandbox/hosts/archive.ts';
import { languages, type ProgramFlow, programFlows } from './languages.ts';
import { programFiles } from './program-files.ts';

/** Every program's name in the addresses of its archives, such as `authorization-flow-python`. */
export const archiveNames: readonly { name: string; flow: ProgramFlow; slug: string }[] =
  programFlows.flatMap((flow) =>
    languages.map(({ slug }) => ({ name: `${flow}-${slug}`, flow, slug })),
  );

/** What `getStaticPaths` of an archive's endpoint answers. */
export const archivePaths = () =>
  archiveNames.map(({ name, flow, slug }) => ({
    params: { program: name },
    props: { flow, slug },
  }));

/**
 * What an archive of a program holds, in one folder named after it. The settings begin with what to
 * start first, since a static host has no sandbox that a program reaches.
 *
 * @param root the project's folder
 */
export function archivedFiles(
  { name, flow, slug }: (typeof archiveNames)[number],
  root?: string,
): ArchivedFile[] {
  return programFiles(flow, slug, root).map(({ path, text }) => ({
    path: `${name}/${path}`,
    text: /(?:^|\/)\.env$/.test(path) ? `${startFirst}\n${text}` : text,
  }));
}

/** The archive of a program as an answer. */
export function archiveResponse(
  make: typeof zipOf,
  type: string,
  { program, flow, slug }: { program: string; flow: ProgramFlow; slug: string },
): Response {
  return new Response(make(archivedFiles({ name: program, flow, slug })), {
    headers: { 'content-type': type },
  });
}
