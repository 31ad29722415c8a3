import {
  cpSync,
  existsSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { ProgramFlow } from '#components/quick-start/languages.ts';
import { sharedFiles } from '#components/quick-start/program-files.ts';

const unpacked: string[] = [];
afterAll(() => {
  for (const folder of unpacked) rmSync(folder, { recursive: true, force: true });
});

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * A program's folder as a reader has it after unpacking, outside the project, so that
 * neither a `.env` of the developer nor what a compiler writes gets in the way.
 *
 * @param only the files to take; all without it
 * @returns its path
 */
export function unpack(flow: ProgramFlow, slug: string, only?: readonly string[]): string {
  const around = mkdtempSync(join(tmpdir(), 'quick-start-'));
  unpacked.push(around);
  const folder = join(around, `${flow}-${slug}`);
  const from = join(root, 'content/quick-start', flow, slug);
  if (only) for (const name of only) cpSync(join(from, name), join(folder, name));
  else cpSync(from, folder, { recursive: true });
  for (const { path, text } of sharedFiles(flow, slug, root))
    writeFileSync(join(folder, path), text);
  // What `npm install @ringcentral/sdk` would bring.
  if (slug === 'node') symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Puts the example's values in force, as the archive does. */
export function useExample(folder: string): void {
  for (const below of [folder, join(folder, 'password')]) {
    const example = join(below, '.env.example');
    if (existsSync(example)) renameSync(example, join(below, '.env'));
  }
}
