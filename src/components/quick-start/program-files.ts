import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { languages, type ProgramFlow } from './languages.ts';

/** One file of a program: its path inside the program's folder, and its text. */
export interface ProgramFile {
  path: string;
  text: string;
}

/** What compilers and package managers leave behind, and what a reader keeps to themselves. */
const leftBehind = /^(?:node_modules|vendor|bin|obj|out|classes|__pycache__|\.env|\.DS_Store)$/;
const notPart = /\.(?:mdx|exe|class|pyc)$/;

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (leftBehind.test(entry.name) || notPart.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield path;
  }
}

/**
 * What the scripts have in common with the web app, where it stands once: its lesson and its
 * settings, which each folder of scripts gets, so that a folder runs without the others.
 *
 * @param root the project's folder
 */
export function sharedFiles(
  flow: ProgramFlow,
  slug: string,
  root: string = process.cwd(),
): ProgramFile[] {
  const language = languages.find((one) => one.slug === slug);
  if (flow === 'authorization-flow' || !language) return [];
  const { lesson, settings } = language.beside;
  const places = [language.jwt, language.password].map(({ folder }) => folder);
  return [lesson, settings].flatMap((name) => {
    const from = join(root, 'content/quick-start/authorization-flow', slug, name);
    const text = readFileSync(from, 'utf8');
    return places.map((place) => ({ path: place === undefined ? name : `${place}/${name}`, text }));
  });
}

/**
 * The files of a program in the order of their paths, as they stand in `content/`, all but
 * pages and what a run leaves behind. `.env.example` comes as `.env`, so that the program
 * runs as it is unpacked.
 *
 * @param root the project's folder
 */
export function programFiles(
  flow: ProgramFlow,
  slug: string,
  root: string = process.cwd(),
): ProgramFile[] {
  const folder = join(root, 'content/quick-start', flow, slug);
  const own = [...walk(folder)].map((path) => ({
    path: relative(folder, path)
      .split(sep)
      .join('/')
      .replace(/(^|\/)\.env\.example$/, '$1.env'),
    text: readFileSync(path, 'utf8'),
  }));
  return [...own, ...sharedFiles(flow, slug, root)].sort((one, other) =>
    one.path < other.path ? -1 : 1,
  );
}
