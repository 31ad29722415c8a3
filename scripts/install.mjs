// Installs what is missing. Runs under the machine's own Node (20 or later), before
// the pinned one is there, so it uses nothing but Node itself. Not npm ci: see
// docs/decisions/001-npm-install.md.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const installed = `${root}node_modules/.package-lock.json`;
const wanted = `${root}package-lock.json`;

const upToDate =
  existsSync(installed) &&
  existsSync(`${root}node_modules/.bin/node`) &&
  statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;

/** Where the packages of this machine will stand; a few that npm leaves out are among them. */
function placesToFill() {
  const { packages } = JSON.parse(readFileSync(wanted, 'utf8'));
  const fits = ({ os, cpu, libc }) =>
    (os?.includes(process.platform) ?? true) &&
    (cpu?.includes(process.arch) ?? true) &&
    !libc?.includes('musl');
  return Object.entries(packages)
    .filter(([place, about]) => place !== '' && fits(about))
    .map(([place]) => `${root}${place}/package.json`);
}

/** npm is silent for as long as it works: a line says that it does, and how far it is. */
function tellProgress(places) {
  const startedAt = Date.now();
  const { isTTY } = process.stdout;
  const tell = () => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    const standing = places.filter((place) => existsSync(place)).length;
    const line = `  npm has worked for ${seconds} s; ${standing} of about ${places.length} packages are there.`;
    process.stdout.write(isTTY ? `\r${line}` : `${line}\n`);
  };
  const timer = setInterval(tell, isTTY ? 1_000 : 10_000);
  return () => {
    clearInterval(timer);
    if (isTTY) process.stdout.write('\n');
    return ((Date.now() - startedAt) / 1000).toFixed(1);
  };
}

function install() {
  const child = spawn(
    'npm',
    ['install', '--no-save', '--no-fund', '--no-audit', '--no-progress', '--loglevel=error'],
    {
      cwd: root,
      // What npm sums up on its standard output says nothing that a reader needs.
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (status) => resolve(status ?? 1));
  });
}

if (!upToDate) {
  const places = placesToFill();
  console.log(
    `Installing about ${places.length} packages, once. This takes from half a minute to two.`,
  );
  const stopTelling = tellProgress(places);
  const status = await install();
  const seconds = stopTelling();
  if (status !== 0) {
    console.error(
      'npm install did not go through: its own message above says why. Run it again when that is mended.',
    );
    process.exit(1);
  }
  console.log(`Installed in ${seconds} s.`);
}
