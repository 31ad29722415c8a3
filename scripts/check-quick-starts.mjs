// Runs every program of the quick starts for real, in the languages that this machine has,
// and says which were not run. In CI (CI=true) what is missing is installed, as root on
// Debian, and what is missing all the same is a failure.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { labelOf, missing, packagesOf, slugs } from './quick-starts/runtimes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const inCi = ['true', '1'].includes(process.env.CI ?? '');
const mayInstall = inCi && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

const lacking = () =>
  slugs.flatMap((slug) => {
    const why = missing(slug);
    return why === undefined ? [] : [{ slug, why }];
  });

let absent = lacking();
if (absent.length > 0 && mayInstall) {
  const packages = absent.flatMap(({ slug }) => packagesOf(slug));
  console.log(`Installing Debian’s packages: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
  absent = lacking();
}

const present = slugs.filter((slug) => !absent.some((one) => one.slug === slug));
console.log(`Run here: ${present.map(labelOf).join(', ')}`);
for (const { slug, why } of absent) {
  const packages = packagesOf(slug).join(' ');
  console.log(`Not run here: ${labelOf(slug)} (${why}; Debian: apt-get install ${packages})`);
}
if (inCi && absent.length > 0) {
  console.error('In CI every language has to run.');
  process.exit(1);
}

const files = [...present, 'defaults'].map((name) => `tests/quick-starts/${name}.test.ts`);
const { status } = spawnSync(
  'vitest',
  ['run', '--config=vitest.quick-starts.config.ts', ...process.argv.slice(2), ...files],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, QUICK_STARTS: present.join(',') },
  },
);
process.exit(status ?? 1);
