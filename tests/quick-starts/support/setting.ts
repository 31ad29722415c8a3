import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Language, Program, ProgramFlow } from '#components/quick-start/languages.ts';
import { unpack } from './folder.ts';
import { freePort } from './free-port.ts';
import { prepare } from './process.ts';
import type { QuickStartSandbox } from './sandbox.ts';

/** A program that is unpacked and, where it has to be, compiled. */
export interface Ready {
  folder: string;
  command: string;
}

/** What a reader types to run a program, in order. */
export const commandsOf = ({ before, run }: Pick<Program, 'before' | 'run'>): readonly string[] =>
  before === undefined ? [run] : [before, run];

const built = new Map<string, string>();
afterAll(() => {
  for (const folder of built.values()) rmSync(folder, { recursive: true, force: true });
  built.clear();
});

/** A compiler takes its time: what it made is kept for the tests of this file that want the same. */
function prepareOnce(name: string, commands: readonly string[], place: string): void {
  if (commands.length === 0) return;
  const before = built.get(name);
  if (before !== undefined) {
    cpSync(before, place, { recursive: true });
    return;
  }
  for (const command of commands) prepare(command, place);
  const kept = mkdtempSync(join(tmpdir(), 'quick-start-built-'));
  cpSync(place, kept, { recursive: true });
  built.set(name, kept);
}

/** Unpacks a program and runs what comes before it; `folder` is where its command is typed. */
export function makeReady(
  flow: ProgramFlow,
  { slug }: Language,
  programs: readonly Pick<Program, 'file' | 'before' | 'run' | 'otherwise' | 'folder'>[],
): Ready[] {
  const root = unpack(flow, slug);
  return programs.map((program) => {
    const place = program.folder === undefined ? root : `${root}/${program.folder}`;
    const commands = program.otherwise ?? commandsOf(program);
    prepareOnce(`${flow}/${slug}/${program.file}`, commands.slice(0, -1), place);
    return { folder: place, command: commands.at(-1) ?? program.run };
  });
}

/** An app at the sandbox, and what a program needs to be it. */
export interface Registered {
  clientId: string;
  /** Of its redirect URI. */
  port: number;
  settings: Record<string, string>;
}

/**
 * Registers an app with a redirect URI on a free port.
 *
 * @param options.secret left out: a public client
 */
export async function register(
  sandbox: QuickStartSandbox,
  clientId: string,
  { secret, scopes = ['ReadAccounts', 'ReadCallLog'] }: { secret?: string; scopes?: string[] } = {},
): Promise<Registered> {
  const port = await freePort();
  await sandbox.makeApp({
    name: 'Quick start under test',
    portal: 'classic',
    audience: 'private',
    platformType: secret === undefined ? 'BrowserBased' : 'ServerWeb',
    issueRefreshTokens: true,
    redirectUris: [`http://localhost:${port}/oauth2callback`],
    scopes,
    clientId,
    ...(secret !== undefined && { clientSecret: secret }),
  });
  return {
    clientId,
    port,
    settings: {
      RC_SERVER_URL: sandbox.origin,
      RC_APP_CLIENT_ID: clientId,
      ...(secret !== undefined && { RC_APP_CLIENT_SECRET: secret }),
      RC_REDIRECT_URL: `http://localhost:${port}/oauth2callback`,
    },
  };
}
