import { afterAll, beforeAll } from 'vitest';
import { browser, jwtApp, noUi, web } from '../../conformance/table/apps.ts';
import type { AppSpec } from '../../conformance/table/row.ts';
import { startSandbox, type RunningSandbox } from '../../sandbox-under-test.ts';
import { makeApp, type MadeApp } from '../reader.ts';

/** The apps that clients sign in for. */
export const apps = { browser, jwt: jwtApp, noUi, web } as const satisfies Record<string, AppSpec>;

export interface Prepared extends MadeApp {
  redirectUri: string;
  endpoints: { authorize: string; token: string; revoke: string };
}

/** A sandbox for the tests of one file. */
export function ownSandbox() {
  let running: RunningSandbox;
  beforeAll(async () => {
    running = await startSandbox();
  });
  afterAll(() => running.close());
  return {
    now: () => running,
    async prepare(name: keyof typeof apps): Promise<Prepared> {
      const spec = apps[name];
      const made = await makeApp(running, spec);
      const at = (path: string) => `${running.origin}/restapi/oauth/${path}`;
      return {
        ...made,
        redirectUri: spec.redirectUris[0] ?? '',
        endpoints: { authorize: at('authorize'), token: at('token'), revoke: at('revoke') },
      };
    },
  };
}
