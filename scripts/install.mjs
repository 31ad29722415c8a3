// Installs what is missing. Runs under the machine's own Node (20 or later), before
// the pinned one is there, so it uses nothing but Node itself. Not npm ci: see
// docs/decisions/001-npm-install.md.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const installed = `${root}node_modules/.package-lock.json`;
const wanted = `${root}package-lock.json`;

const upToDate =
  existsSync(installed) &&
  existsSync(`${root}node_modules/.bin/node`) &&
  statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;

/** How many packages there are to come, and how many folders of packages stand there. */
const total = Object.keys(JSON.parse(readFileSync(wanted, 'utf8')).packages).length - 1;
function standing(folder = `${root}node_modules`) {
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  const inScopes = names.filter((name) => name.startsWith('@'));
  return (
    names.length -
    inScopes.length +
    inScopes.reduce((sum, name) => sum + standing(`${folder}/${name}`), 0)
  );
}

/** npm is silent for as long as it works: a line says that it does, and how far it is. */
function tellProgress() {
  const startedAt = Date.now();
  const { isTTY } = process.stdout;
  const tell = () => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    const line = `  npm has worked for ${seconds} s; ${standing()} of about ${total} packages are there.`;
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
  console.log(
    `Installing the ${total} packages of package-lock.json, once. This takes a minute or so.`,
  );
  const stopTelling = tellProgress();
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
