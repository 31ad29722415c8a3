import { expect, test } from 'vitest';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { existsSync, readFileSync } from 'node:fs';
import type { RunningSandbox } from '../../sandbox-under-test.ts';
import { isLive } from '../reader.ts';

/** What a client has after a sign-in, and what more it can do of its own. */
export interface Session {
  access: string;
  /** Answers the new access token; left out where the client has no call for it. */
  refresh?: () => Promise<string>;
  revoke?: () => Promise<unknown>;
}

const require = createRequire(import.meta.url);

/** The version of a package that is installed here. */
function versionOf(name: string): string {
  for (let folder = dirname(require.resolve(name)); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    const about = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version: string })
      : undefined;
    if (about?.name === name) return about.version;
  }
}

/** A client with its version, as the table of clients tells it. */
export const named = (client: string) => `${client} ${versionOf(client)}`;

/** One flow of one client: the token works, the new one after a refresh too, and none after the end. */
export function walks(
  client: string,
  flow: string,
  sandbox: () => RunningSandbox,
  signIn: () => Promise<Session>,
): void {
  test(`${named(client)}: ${flow}`, async () => {
    const session = await signIn();
    expect(await isLive(sandbox(), session.access)).toBe(true);
    let { access } = session;
    if (session.refresh) {
      access = await session.refresh();
      expect(access).not.toBe(session.access);
      expect(await isLive(sandbox(), access)).toBe(true);
    }
    if (session.revoke) {
      await session.revoke();
      expect(await isLive(sandbox(), access)).toBe(false);
    }
  });
}
