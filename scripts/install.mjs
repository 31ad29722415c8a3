// Installs what is missing. Runs under the machine's own Node (20 or later), before
// the pinned one is there, so it uses nothing but Node itself. Not npm ci: see
// docs/decisions/001-npm-install.md.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const installed = `${root}node_modules/.package-lock.json`;
const wanted = `${root}package-lock.json`;

const upToDate =
  existsSync(installed) &&
  existsSync(`${root}node_modules/.bin/node`) &&
  statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;

if (!upToDate) {
  console.log('Installing the packages of package-lock.json, once.');
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-fund', '--no-audit', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) {
    console.error(
      'npm install did not go through: its own message above says why. Run it again when that is mended.',
    );
    process.exit(1);
  }
}
