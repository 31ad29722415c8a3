// What each language's programs need on the machine, how to see that it is there, and what
// Debian calls it.
import { spawnSync } from 'node:child_process';

/**
 * Each probe prints a version; the first number in it counts. `framework` is what the tests alone
 * use, to run the lesson in a program of another make.
 */
const runtimes = {
  node: { label: 'JavaScript', probes: [['node', '--version', 20.12]], packages: [] },
  php: {
    label: 'PHP',
    probes: [['php', '-r', 8.01, 'echo extension_loaded("curl") ? PHP_VERSION : "no curl";']],
    packages: ['php-cli', 'php-curl'],
  },
  python: {
    label: 'Python',
    probes: [['python3', '--version', 3.09]],
    packages: ['python3'],
    framework: {
      label: 'Flask',
      probe: ['python3', '-c', 'import flask'],
      package: 'python3-flask',
    },
  },
  ruby: {
    label: 'Ruby',
    probes: [['ruby', '-rwebrick', 3, '-e', 'puts RUBY_VERSION']],
    packages: ['ruby', 'ruby-webrick'],
    framework: {
      label: 'Sinatra',
      probe: ['ruby', '-rsinatra/base', '-e', ''],
      package: 'ruby-sinatra',
    },
  },
  java: {
    label: 'Java',
    probes: [
      ['javac', '--version', 17],
      ['java', '--version', 17],
    ],
    packages: ['default-jdk-headless'],
  },
  'c-sharp': {
    label: 'C#',
    probes: [['dotnet', '--version', 10]],
    // Debian has no .NET: Microsoft has packages of its own.
    packages: [],
  },
};

/** `3.11.7` as 3.11, so that 3.9 is less: the minor counts in hundredths. */
export function readVersion(text) {
  const [, major, minor = '0'] = /(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  return major === undefined ? undefined : Number(major) + Number(minor) / 100;
}

function run(command, args) {
  const { status, stdout = '' } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

/** Why a language cannot be run here, or undefined where it can. */
export function missing(slug, machine = { run }) {
  for (const [command, flag, least, ...rest] of runtimes[slug].probes) {
    const version = readVersion(machine.run(command, [flag, ...rest]) ?? '');
    if (version === undefined) return `${command} is missing, or a part of it`;
    if (version < least) return `${command} is too old`;
  }
  return undefined;
}

/** The framework of a language's second program, where it is to be installed and is not. */
export function frameworkMissing(slug, machine = { run }) {
  const { framework } = runtimes[slug];
  if (framework === undefined) return undefined;
  const [command, ...args] = framework.probe;
  return machine.run(command, args) === undefined ? framework : undefined;
}

export const slugs = Object.keys(runtimes);
export const labelOf = (slug) => runtimes[slug].label;
export const packagesOf = (slug) => runtimes[slug].packages;

/** Whether a run in CI goes on without it: only for what Debian cannot install. */
export const mayBeMissing = (slug) => slug === 'c-sharp';

/** The last line of a run without these languages, so that nobody overlooks it. */
export const notRun = (slugs) =>
  slugs.map((slug) => `${labelOf(slug)} NOT RUN: no ${runtimes[slug].probes[0][0]}`).join('\n');
