import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { installPackages } from '../../../scripts/debian-packages.mjs';

/** Finds a program, as root on Debian by installing its package; a test that needs it fails without. */
export function findProgram(name: string): string {
  const which = () => spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim();
  if (which() === '' && installPackages([name])) {
    // Its service is not wanted: the tests start it with a configuration of their own.
    spawnSync('service', [name, 'stop']);
  }
  const found = which() || `/usr/sbin/${name}`;
  if (spawnSync(found, ['-h']).error) {
    throw new Error(`${name} is needed: install it (Debian: apt-get install ${name}).`);
  }
  return found;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface Running {
  end(): Promise<void>;
}

/** Starts a program and waits until something listens on its port. */
export async function startProgram(
  command: string,
  words: readonly string[],
  port: number,
): Promise<Running> {
  const child: ChildProcess = spawn(command, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const isThere = () =>
    fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).then(
      () => true,
      // Something that wants TLS ends a plain connection, and is there all the same.
      (error: Error) => !String((error.cause as Error | undefined)?.message).includes('REFUSED'),
    );
  for (let tries = 0; !(await isThere()); tries += 1) {
    if (tries === 100 || child.exitCode !== null) throw new Error(`${command}: ${said}`);
    await wait(100);
  }
  return {
    end: async () => {
      if (child.exitCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await gone;
    },
  };
}

/** A folder for a test's own files, and its removal. */
export function ownFolder(): { path: string; at(name: string): string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'hosting-'));
  return {
    path,
    at: (name) => join(path, name),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
