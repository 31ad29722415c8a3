// The server as one file, which `npm start` runs if the build is current: to strip the types from two hundred
// files and to link them takes longer than the rest of a start. The sources stand in where it is missing.
import { spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Beside what Node compiled: both are made again if the folder is gone. */
export const startCache = (root) => join(root, 'node_modules', '.cache', 'start');

/** The file of the server that was made from the sources with this hash; there may be none. */
const bundleOf = (root, hash) => join(startCache(root), `server-${hash}.mjs`);

/** The server as one file, or as its sources where there is none that fits or it cannot be loaded. */
export async function importServer(root, hash) {
  const file = bundleOf(root, hash);
  if (hash && existsSync(file)) {
    try {
      const server = await import(pathToFileURL(file).href);
      if (server.startServer && server.startLines) return { server, isBundle: true };
    } catch {
      // Cut short, or gone since: the sources say the same.
    }
    try {
      rmSync(file, { force: true });
    } catch {
      // Then it is passed over the next time too.
    }
  }
  return { server: await import('../src/sandbox/hosts/start.ts'), isBundle: false };
}

/** Makes the file for the next start, in a process of its own. If it cannot, nothing is said: a start is slower. */
export function writeServerBundle(root, hash) {
  const own = fileURLToPath(import.meta.url);
  try {
    mkdirSync(startCache(root), { recursive: true });
    accessSync(startCache(root), constants.W_OK);
    spawn(process.execPath, [own, root, hash], { cwd: root, stdio: 'ignore' })
      .on('error', () => undefined)
      .unref();
  } catch {
    // A folder that cannot be written to, or no room for a process.
  }
}

async function write(root, hash) {
  const { build } = await import('vite');
  const { hashOfSources } = await import('./build-if-changed.mjs');
  const folder = startCache(root);
  const unfinished = `unfinished-${process.pid}.mjs`;
  // What was edited since the build has another name, and another build.
  if (hashOfSources() !== hash) return;
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: join(root, 'src/sandbox/hosts/start.ts'),
        output: { format: 'esm', codeSplitting: false, entryFileNames: unfinished },
      },
    },
  });
  const file = bundleOf(root, hash);
  // Whole or not at all: the process may be ended with the server.
  if (hashOfSources() === hash) renameSync(join(folder, unfinished), file);
  const older = readdirSync(folder).filter((name) => /^(server|unfinished)-.*\.mjs$/.test(name));
  for (const name of older)
    if (join(folder, name) !== file) rmSync(join(folder, name), { force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , root, hash] = process.argv;
  await write(root, hash);
}
