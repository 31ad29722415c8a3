import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeForm } from '#flows/render/code/code-languages.ts';

/** What runs a form here: its command, or why there is none. */
export type Runtime = { command: string } | { missing: string };

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Where `scripts/check-taken-code.mjs` puts it. */
export const powershellFolder = join(root, 'node_modules/.cache/powershell');

const runs = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const probe =
  (command: string, ...args: string[]) =>
  (): Runtime =>
    runs(command, ...args) ? { command } : { missing: `${command} is missing, or a part of it` };

/** Python's `requests` may be with the machine's own Python and not with the first on the path. */
function python(): Runtime {
  const command = ['python3', '/usr/bin/python3'].find((one) => runs(one, '-c', 'import requests'));
  return command ? { command } : { missing: 'no python3 with requests' };
}

function powershell(): Runtime {
  const folders = [powershellFolder, ...(process.env['PATH'] ?? '').split(delimiter)];
  const command = folders.map((folder) => join(folder, 'pwsh')).find((path) => existsSync(path));
  return command ? { command } : { missing: 'no pwsh, and none could be installed' };
}

function dotnet(): Runtime {
  const { stdout = '' } = spawnSync('dotnet', ['--version'], { encoding: 'utf8' });
  return parseInt(stdout ?? '', 10) >= 8 ? { command: 'dotnet' } : { missing: 'no .NET SDK' };
}

const finders: Record<CodeForm, () => Runtime> = {
  http: () => ({ command: process.execPath }),
  curl: probe('curl', '--version'),
  node: () => ({ command: process.execPath }),
  php: probe('php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);'),
  python,
  ruby: probe('ruby', '-v'),
  java: () => (runs('javac', '--version') ? { command: 'java' } : { missing: 'no JDK' }),
  'c-sharp': dotnet,
  powershell,
};

/** Forms that run on every machine of ours; what the others need no package of Debian brings. */
export const mustRunInCi: ReadonlySet<CodeForm> = new Set([
  'http',
  'curl',
  'node',
  'php',
  'python',
  'ruby',
  'java',
]);

export const runtimeOf = (form: CodeForm): Runtime => finders[form]();
