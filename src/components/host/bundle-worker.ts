import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const entry = fileURLToPath(new URL('../../sandbox/hosts/service-worker.ts', import.meta.url));

/** The service worker with all that it imports, as one classic script. */
export async function bundleWorker(): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: entry,
        // Across modules too: 0.1 kB less.
        optimization: { inlineConst: { mode: 'all', pass: 3 } },
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [chunk, ...others] = outputs.filter(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk' || others.length > 0)
    throw new Error('The worker is not one script.');
  return chunk.code;
}
