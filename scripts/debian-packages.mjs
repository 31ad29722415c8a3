// Debian's packages, for the checks that need more than Node. Some are installed wherever they may be, as
// root; others in CI (CI=true) alone, and elsewhere the check says what it did not run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const inCi = ['true', '1'].includes(process.env.CI ?? '');

/** Whether a command is there and ends well. */
export const runs = (command, ...args) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Installs packages as root on Debian; says false where it may not, and nothing of what they are there for. */
export function installPackages(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing Debian’s packages: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Checks run side by side, and apt refuses a second one.
  const apt = (...args) =>
    spawnSync('flock', ['/tmp/debian-packages.lock', 'apt-get', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
  return true;
}

/** In CI, installs the packages of every need that is not there: pairs of packages and how to see that they are. */
export function installMissing(needs) {
  const lacking = needs.filter(([, isThere]) => !isThere()).flatMap(([packages]) => packages);
  if (lacking.length > 0 && inCi) installPackages(lacking);
}
