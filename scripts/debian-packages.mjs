// Debian's packages for a check that needs more than Node: in CI (CI=true) what is missing is installed,
// as root; elsewhere the check says what it did not run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const inCi = ['true', '1'].includes(process.env.CI ?? '');
const mayInstall = inCi && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Whether a command is there and ends well. */
export const runs = (command, ...args) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Installs the packages of every need that is not there: pairs of packages and how to see that they are. */
export function installMissing(needs) {
  const lacking = needs.filter(([, isThere]) => !isThere()).flatMap(([packages]) => packages);
  if (lacking.length === 0 || !mayInstall) return;
  console.log(`Installing Debian’s packages: ${lacking.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...lacking);
}
