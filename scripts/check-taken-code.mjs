// Runs the code that the playground hands out, in every form that this machine can run, and says which
// it cannot. In CI (CI=true) what Debian has is installed, as root; PowerShell comes as a tool of .NET
// where there is an SDK and the registry answers.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing, runs } from './debian-packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What Debian calls what each form needs, and how to see that it is there. */
const needs = [
  [['curl'], () => runs('curl', '--version')],
  [['php-cli', 'php-curl'], () => runs('php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);')],
  [
    ['python3', 'python3-requests'],
    () => ['python3', '/usr/bin/python3'].some((python) => runs(python, '-c', 'import requests')),
  ],
  [['ruby'], () => runs('ruby', '-v')],
  [['default-jdk-headless'], () => runs('javac', '--version')],
];
installMissing(needs);

/** The last one that runs on .NET 10; a later one may want the next. */
const powershell = { folder: join(root, 'node_modules/.cache/powershell'), version: '7.6.9' };
const hasPowershell = existsSync(join(powershell.folder, 'pwsh')) || runs('pwsh', '-v');
if (!hasPowershell && runs('dotnet', '--version')) {
  const { folder, version } = powershell;
  spawnSync(
    'dotnet',
    ['tool', 'install', '--tool-path', folder, 'PowerShell', '--version', version],
    {
      stdio: 'ignore',
      timeout: 120_000,
      env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1' },
    },
  );
}

const { status } = spawnSync(
  'vitest',
  ['run', '--config=vitest.taken-code.config.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);
process.exit(status ?? 1);
