// The server as one file, which `npm start` runs if the build is current: to strip the types from two hundred
// files and to link them takes longer than the rest of a start. The sources stand in where it is missing.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside what Node compiled: both are made again if the folder is gone. */
export const startCache = (root) => join(root, 'node_modules', '.cache', 'start');

/** The file of the server that was made from the sources with this hash; there may be none. */
const bundleOf = (root, hash) => join(startCache(root), `server-${hash}.mjs`);

export function findServerBundle(root, hash) {
  const file = bundleOf(root, hash);
  return hash !== undefined && existsSync(file) ? file : undefined;
}

/** Makes the file for the next start, in a process of its own. If it cannot, nothing is said: a start is slower. */
export function writeServerBundle(root, hash) {
  const own = fileURLToPath(import.meta.url);
  spawn(process.execPath, [own, root, bundleOf(root, hash)], {
    cwd: root,
    stdio: 'ignore',
  }).unref();
}

async function write(root, file) {
  const { build } = await import('vite');
  const folder = dirname(file);
  const unfinished = `unfinished-${process.pid}.mjs`;
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
  const older = readdirSync(folder).filter((name) => /^(server|unfinished)-.*\.mjs$/.test(name));
  for (const name of older) if (name !== unfinished) rmSync(join(folder, name), { force: true });
  // Whole or not at all: the process may be ended with the server.
  renameSync(join(folder, unfinished), file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , root, file] = process.argv;
  await write(root, file);
}
