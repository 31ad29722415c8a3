// Runs every program of the quick starts for real, in the languages that this machine has,
// and says which were not run. In CI (CI=true) what is missing is installed, as root on
// Debian, and what is missing all the same is a failure, unless Debian does not have it.
// With --long: the lines of each page typed as they stand, and with an own app as RingCentral is today.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inCi, installPackages } from './debian-packages.mjs';
import {
  frameworkMissing,
  labelOf,
  mayBeMissing,
  missing,
  notRun,
  packagesOf,
  slugs,
} from './quick-starts/runtimes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const lacking = () =>
  slugs.flatMap((slug) => {
    const why = missing(slug);
    return why === undefined ? [] : [{ slug, why }];
  });

let absent = lacking();
const frameworks = () => slugs.flatMap((slug) => frameworkMissing(slug) ?? []);
const packages = [
  ...absent.flatMap(({ slug }) => packagesOf(slug)),
  ...frameworks().map((framework) => framework.package),
];
if (packages.length > 0 && inCi && installPackages(packages)) absent = lacking();

const present = slugs.filter((slug) => !absent.some((one) => one.slug === slug));
console.log(`Run here: ${present.map(labelOf).join(', ')}`);
for (const { slug, why } of absent) {
  const debian = packagesOf(slug).join(' ');
  const install = debian ? `; Debian: apt-get install ${debian}` : '';
  console.log(`Not run here: ${labelOf(slug)} (${why}${install})`);
}
for (const { label, package: debian } of frameworks()) {
  console.log(
    `Not run here: the lesson in ${label} (it is missing; Debian: apt-get install ${debian})`,
  );
}
if (inCi && absent.some(({ slug }) => !mayBeMissing(slug))) {
  console.error('In CI every language has to run that Debian can install.');
  process.exit(1);
}

const long = process.argv.includes('--long');
const passedOn = process.argv.slice(2).filter((word) => word !== '--long');
const names = long ? ['as-they-stand', 'own-app'] : [...present, 'defaults'];
const files = names.map((name) => `tests/quick-starts/${name}.test.ts`);
const { status } = spawnSync(
  'vitest',
  [
    'run',
    '--config=vitest.quick-starts.config.ts',
    // Both want port 5000, and one page's program after the other.
    ...(long ? ['--maxWorkers=1'] : []),
    ...passedOn,
    ...files,
  ],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, QUICK_STARTS: present.join(',') },
  },
);
if (absent.length > 0) console.log(notRun(absent.map(({ slug }) => slug)));
process.exit(status ?? 1);
