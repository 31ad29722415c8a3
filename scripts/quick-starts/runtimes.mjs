// What each language's programs need on the machine, how to see that it is there, and what
// Debian calls it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Each probe prints a version; the first number in it counts. */
const runtimes = {
  node: { label: 'JavaScript', probes: [['node', '--version', 20.12]], packages: [] },
  php: {
    label: 'PHP',
    probes: [['php', '-r', 8, 'echo extension_loaded("curl") ? PHP_VERSION : "no curl";']],
    packages: ['php-cli', 'php-curl'],
  },
  python: { label: 'Python', probes: [['python3', '--version', 3.09]], packages: ['python3'] },
  ruby: {
    label: 'Ruby',
    probes: [['ruby', '-rwebrick', 3, '-e', 'puts RUBY_VERSION']],
    packages: ['ruby', 'ruby-webrick'],
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
    probes: [
      ['mono', '--version', 6],
      ['mcs', '--version', 6],
    ],
    // Libraries that Debian keeps apart from the runtime.
    libraries: ['System.Net.Http', 'System.Runtime.Serialization', 'System.Xml.Linq'],
    packages: [
      'mono-mcs',
      'mono-runtime',
      'libmono-system-net-http4.0-cil',
      'libmono-system-runtime-serialization4.0-cil',
      'libmono-system-xml-linq4.0-cil',
    ],
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

/** Whether Mono's compiler finds these libraries: only compiling tells. */
function compiles(libraries) {
  const folder = mkdtempSync(join(tmpdir(), 'mono-'));
  const source = join(folder, 'empty.cs');
  writeFileSync(source, 'class Empty { static void Main() {} }');
  const references = libraries.map((name) => `-r:${name}`);
  const compiled = run('mcs', [...references, `-out:${join(folder, 'empty.exe')}`, source]);
  rmSync(folder, { recursive: true });
  return compiled !== undefined;
}

/** Why a language cannot be run here, or undefined where it can. */
export function missing(slug, machine = { run, compiles }) {
  const { probes, libraries } = runtimes[slug];
  for (const [command, flag, least, ...rest] of probes) {
    const version = readVersion(machine.run(command, [flag, ...rest]) ?? '');
    if (version === undefined) return `${command} is missing, or a part of it`;
    if (version < least) return `${command} is too old`;
  }
  return libraries && !machine.compiles(libraries) ? 'libraries of Mono are missing' : undefined;
}

export const slugs = Object.keys(runtimes);
export const labelOf = (slug) => runtimes[slug].label;
export const packagesOf = (slug) => runtimes[slug].packages;
