import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ownSandbox, type apps } from '../interop/clients/given.ts';
import { isLive, logIn, makeJwt } from '../interop/reader.ts';

/** Clients of other languages as Debian packs them, each driven by a program of its own. */
const sandbox = ownSandbox();
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const python = '/usr/bin/python3';

/** What a program tells of itself: an address to open, or a token that it has. */
const Line = z.union([
  z.strictObject({ url: z.string() }),
  z.strictObject({ access: z.string() }),
  z.strictObject({ refreshed: z.string() }),
  z.strictObject({ revoked: z.literal(true) }),
]);

type Flow = 'code' | 'implicit' | 'JWT bearer' | 'password';

interface Client {
  name: string;
  command: readonly [string, string];
  /** Prints the version of the client. */
  version: readonly [string, ...string[]];
  walks: readonly [flow: Flow, app: keyof typeof apps, told: string, ends: readonly string[]][];
}

const all = ['access', 'refreshed', 'revoked'];
const some = ['access', 'refreshed'];

const clients: readonly Client[] = [
  {
    name: 'authlib',
    command: [python, here('authlib_walk.py')],
    version: [python, '-c', 'import authlib; print(authlib.__version__)'],
    walks: [
      ['code', 'browser', 'code with PKCE, public client', all],
      ['code', 'web', 'code with PKCE and a secret', all],
      ['password', 'noUi', 'password', all],
    ],
  },
  {
    name: 'requests-oauthlib',
    command: [python, here('requests_oauthlib_walk.py')],
    version: [python, '-c', 'import requests_oauthlib; print(requests_oauthlib.__version__)'],
    walks: [
      ['code', 'browser', 'code with PKCE passed through, public client', some],
      ['code', 'web', 'code with a secret, PKCE passed through', some],
      ['implicit', 'browser', 'implicit', ['access']],
      ['password', 'noUi', 'password', some],
    ],
  },
  {
    name: 'oauth2 (Ruby)',
    command: ['ruby', here('oauth2_walk.rb')],
    version: ['ruby', '-r', 'oauth2/version', '-e', 'puts OAuth2::Version'],
    walks: [
      ['code', 'browser', 'code with PKCE passed through, public client', some],
      ['code', 'web', 'code with a secret, PKCE passed through', some],
      ['JWT bearer', 'jwt', 'JWT bearer', some],
      ['password', 'noUi', 'password', some],
    ],
  },
];

/** Runs the program to its end, as its reader and its browser, and answers what it had at each line. */
async function run({ command }: Client, flow: Flow, name: keyof typeof apps) {
  const app = await sandbox.prepare(name);
  const server = sandbox.now().origin;
  const [program, file] = command;
  // Both Python clients want https but on request; the loopback has none.
  const insecure = { AUTHLIB_INSECURE_TRANSPORT: '1', OAUTHLIB_INSECURE_TRANSPORT: '1' };
  const child = spawn(program, [file], { env: { ...process.env, ...insecure } });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const answer = (text: string) => child.stdin.write(`${text}\n`);
  const { clientId, clientSecret = null, redirectUri } = app;
  const assertion = flow === 'JWT bearer' ? await makeJwt(sandbox.now(), clientId) : null;
  answer(JSON.stringify({ server, flow, clientId, clientSecret, redirectUri, assertion }));
  const steps: string[] = [];
  let held = '';
  for await (const text of createInterface(child.stdout)) {
    const line = Line.parse(JSON.parse(text));
    if ('url' in line) {
      answer((await logIn(sandbox.now(), line.url)).href);
      continue;
    }
    if ('revoked' in line) {
      expect(await isLive(sandbox.now(), held)).toBe(false);
      steps.push('revoked');
    } else {
      const token = 'access' in line ? line.access : line.refreshed;
      expect(token).not.toBe(held);
      expect(await isLive(sandbox.now(), token)).toBe(true);
      held = token;
      steps.push('access' in line ? 'access' : 'refreshed');
    }
    answer('');
  }
  return { steps, errors, status: await closed };
}

for (const client of clients) {
  const [program, ...args] = client.version;
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) {
    console.log(`${client.name} NOT RUN: Debian’s package is not installed`);
    continue;
  }
  for (const [flow, app, told, ends] of client.walks) {
    test(`${client.name} ${stdout.trim()}: ${told}`, async () => {
      expect(await run(client, flow, app)).toEqual({ steps: ends, errors: '', status: 0 });
    });
  }
}
