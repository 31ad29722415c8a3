// npm run build: `astro build`, one line a stage. With --verbose all that it prints, warnings too.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { createStages } from './build-stages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const verbose = process.argv.includes('--verbose');

const child = spawn('astro', ['build'], {
  cwd: root,
  stdio: ['ignore', ...(verbose ? ['inherit', 'inherit'] : ['pipe', 'pipe'])],
  shell: process.platform === 'win32',
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
const stages = createStages(
  (text) => process.stdout.write(text),
  () => performance.now(),
);
if (!verbose) {
  stages.start();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', stages.line);
  }
}
child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('close', (status) => {
  if (verbose) process.exit(status ?? 1);
  if (status === 0) return stages.end();
  console.error(stages.failed());
  process.exit(status ?? 1);
});
