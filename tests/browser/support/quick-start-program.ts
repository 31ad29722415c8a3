import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type Language,
  type Program,
  type ProgramFlow,
  languages,
} from '../../../src/components/quick-start/languages.ts';
import { programFiles } from '../../../src/components/quick-start/program-files.ts';
import { type Running, prepare, start } from '../../quick-starts/support/process.ts';

const folders: string[] = [];
const running: Running[] = [];

/** Ends what a test started, and takes its folders away. */
export async function stopPrograms(): Promise<void> {
  await Promise.all(running.splice(0).map((program) => program.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

const isHere = ({ app }: Language): boolean =>
  spawnSync(app.run.split(' ')[0] ?? '', ['--version']).status === 0;

/** JavaScript always, and the first other language that needs no compiler and is here. */
export const watched: readonly Language[] = languages
  .filter(({ slug, app }) => slug === 'node' || (app.before ?? app.otherwise) === undefined)
  .filter((language) => language.slug === 'node' || isHere(language))
  .slice(0, 2);

/** The files of a program in a folder of their own, as a reader has them after unpacking. */
export function unpackProgram(flow: ProgramFlow, { slug }: Language): string {
  const folder = mkdtempSync(join(tmpdir(), `live-${slug}-`));
  folders.push(folder);
  for (const { path, text } of programFiles(flow, slug)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Starts a program with the page's `.env` beside it; its own settings alone come from there. */
export function startProgram({ before, run }: Program, folder: string, env: string): Running {
  writeFileSync(join(folder, '.env'), env);
  if (before !== undefined) prepare(before, folder);
  const program = start(run, folder, {});
  running.push(program);
  return program;
}
