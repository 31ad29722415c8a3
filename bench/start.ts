import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from '../scripts/build-if-changed.mjs';
import { goals, verdict } from './goals.ts';
import { machine, median } from './statistics.ts';
import { portOf, type TokenRequest } from './target.ts';
import { type Name, names } from './targets.ts';
import { requests } from './requests.ts';

/**
 * From the start of a process to the first token: the site's own start, on a build that is current,
 * beside what its peers take, each started by a file of a few lines. Rounds interleave.
 */
const rounds = Number(process.env['ROUNDS'] ?? 5);
const root = fileURLToPath(new URL('..', import.meta.url));
const scripts: Record<Name, string> = {
  sandbox: 'scripts/start.mjs',
  'oidc-provider': 'bench/targets/oidc-provider.ts',
  'oauth2-mock-server': 'bench/targets/oauth2-mock-server.ts',
  bare: 'bench/targets/bare.ts',
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

/** The status of one token request; nothing while nobody listens. */
function ask(
  port: number,
  { path, authorization, body }: TokenRequest,
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization };
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent: false });
    sent.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    sent.on('error', () => resolve(undefined));
    sent.end(body);
  });
}

/** Processor time of a process so far, in milliseconds, where the system tells it: Linux does. */
function processorTime(pid: number): number {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user, system] = fields.split(' ').slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return NaN;
  }
}

interface Start {
  milliseconds: number;
  /** Of the processor: what the machine's other work disturbs least. */
  processor: number;
}

async function toFirstToken(name: Name): Promise<Start> {
  const port = await freePort();
  const began = performance.now();
  const child: ChildProcess = spawn(process.execPath, [scripts[name]], {
    cwd: root,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const ended = once(child, 'exit');
  try {
    for (;;) {
      const status = await ask(port, requests[name]);
      if (status === 200) {
        return {
          milliseconds: performance.now() - began,
          processor: processorTime(child.pid as number),
        };
      }
      if (status !== undefined) throw new Error(`${name} answered ${status}`);
      if (child.exitCode !== null) throw new Error(`${name} ended before it answered`);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

if (!buildIfChanged()) process.exit(1);
console.log(`${rounds} rounds, about a minute. ${machine()}`);
const measured: Record<Name, Start[]> = {
  sandbox: [],
  'oidc-provider': [],
  'oauth2-mock-server': [],
  bare: [],
};
// The files come from the disk once.
for (const name of names) await toFirstToken(name);
for (let round = 0; round < rounds; round += 1) {
  for (const name of names) measured[name].push(await toFirstToken(name));
}
console.log(`\nFrom the start to the first token, medians. ${machine()}`);
const middle = (name: Name): Start => ({
  milliseconds: median(measured[name].map(({ milliseconds }) => milliseconds)),
  processor: median(measured[name].map(({ processor }) => processor)),
});
const sandbox = middle('sandbox');
for (const name of names) {
  const { milliseconds, processor } = middle(name);
  const times = (sandbox.milliseconds / milliseconds).toFixed(2);
  const end =
    name === 'sandbox'
      ? verdict(milliseconds < goals.firstToken, `within ${goals.firstToken} ms`)
      : `the sandbox takes ${times} times as long`;
  console.log(
    `  ${name.padEnd(19)} ${milliseconds.toFixed(0).padStart(5)} ms, ${processor} ms of processor: ${end}`,
  );
}
