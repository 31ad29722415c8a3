import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages, type Language, type ProgramFlow } from '#components/quick-start/languages.ts';
import { type ChangedLine, ownApps } from '#components/quick-start/own-app.ts';
import { freePort } from './support/free-port.ts';
import { start } from './support/process.ts';
import { line, type QuickStartSandbox, startQuickStartSandbox } from './support/sandbox.ts';
import { makeReady } from './support/setting.ts';
import { WebApp } from './support/web-app.ts';

/** The last step of each page: the lines that it says to change, and no others, against another server as RingCentral is today. */
const present = process.env['QUICK_STARTS']?.split(',');
const here = languages.filter(({ slug }) => present === undefined || present.includes(slug));

let other: QuickStartSandbox;
beforeAll(async () => {
  other = await startQuickStartSandbox();
  await other.control('PUT', '/policy', { preset: 'ringcentral-today' });
});
afterAll(() => other.close());

/** What stands in for RingCentral and its console. */
interface Own {
  RC_APP_CLIENT_ID: string;
  RC_APP_CLIENT_SECRET: string;
  RC_USER_JWT: string;
}

/** Makes the app that the page's link asks for, with what it says to set by hand. */
async function makeOwnApp(flow: ProgramFlow, slug: string, redirectUris: string[]): Promise<Own> {
  const clientId = `own-${flow}-${slug}`;
  const secret = `${clientId}-not-a-secret-7hR2`;
  const hand = flow === 'authorization-flow' && { issueRefreshTokens: true, redirectUris };
  await other.control('POST', '/apps', {
    ...ownApps[flow].settings,
    ...hand,
    clientId,
    clientSecret: secret,
  });
  const answer = await other.control('POST', '/jwt', { extensionNumber: '101' });
  const { jwt } = (await answer.json()) as { jwt: string };
  return { RC_APP_CLIENT_ID: clientId, RC_APP_CLIENT_SECRET: secret, RC_USER_JWT: jwt };
}

/** The example with the page's lines changed: a line that the example lacks is a mistake of the page. */
function changeLines(text: string, changed: readonly ChangedLine[], own: Own): string {
  return changed.reduce((env, { name, sandbox, ringcentral }) => {
    const before = new RegExp(`^${name}=(.*)$`, 'm');
    expect(env, name).toMatch(before);
    if (!sandbox.startsWith('<')) expect(before.exec(env)?.[1]).toBe(sandbox);
    const value = ringcentral.startsWith('<') ? own[name as keyof Own] : other.origin;
    return env.replace(before, `${name}=${value}`);
  }, text);
}

/** A compiler on a busy machine takes its time, and here two run in one test. */
const patient = 300_000;
const exampleOf = (folder: string) => readFileSync(join(folder, '.env.example'), 'utf8');

describe.each(here)(
  '$label with an own app, where password and implicit have ended',
  (language: Language) => {
    const { slug, app, jwt, password } = language;

    test(
      'the web app signs in, calls all that it offers, refreshes and signs out',
      async () => {
        const [ready] = makeReady('authorization-flow', language, [app]);
        const { folder, command } = ready as { folder: string; command: string };
        const port = await freePort();
        const redirectUri = `http://localhost:${port}/oauth2callback`;
        const own = await makeOwnApp('authorization-flow', slug, [redirectUri]);
        const env = changeLines(exampleOf(folder), ownApps['authorization-flow'].changed, own);
        // The page's redirect URI stays; here the port is one that is free.
        const moved = env.replace(/^RC_REDIRECT_URL=.*$/m, `RC_REDIRECT_URL=${redirectUri}`);
        writeFileSync(join(folder, '.env'), moved);
        const web = await WebApp.start(command, folder, {});
        try {
          const browser = web.newBrowser();
          const home = await web.signIn(browser);
          expect(home.text).toContain('extension id 1000101');
          for (const name of ['extension', 'extension-call-log', 'account-call-log']) {
            expect((await web.call(browser, name)).status, name).toBe(200);
          }
          await other.clock(3700);
          expect((await web.call(browser)).status).toBe(200);
          await browser.press(home);
          const asked = (await other.news(own.RC_APP_CLIENT_ID)).map(line);
          expect(asked.filter((one) => one.includes('refresh_token 200'))).toHaveLength(1);
          expect(asked.at(-1)).toBe('POST /restapi/oauth/revoke 200');
          web.expectSound();
        } finally {
          await other.clock(0);
          await web.program.stop();
        }
      },
      patient,
    );

    test(
      'the JWT script runs, and the password script is refused',
      async () => {
        const [script, ended] = makeReady('password-flow', language, [jwt, password]);
        const own = await makeOwnApp('password-flow', slug, []);
        const { folder, command } = script as { folder: string; command: string };
        writeFileSync(
          join(folder, '.env'),
          changeLines(exampleOf(folder), ownApps['password-flow'].changed, own),
        );
        const running = start(command, folder, {});
        expect([await running.ended, running.output()]).toEqual([
          0,
          expect.stringContaining('Extension 101'),
        ]);
        const place = ended as { folder: string; command: string };
        const text = exampleOf(place.folder).replace(
          /^RC_SERVER_URL=.*$/m,
          `RC_SERVER_URL=${other.origin}`,
        );
        writeFileSync(join(place.folder, '.env'), text);
        const refused = start(place.command, place.folder, {});
        expect(await refused.ended).toBe(1);
        expect(refused.output()).toMatch(/OAU-\d+/);
      },
      patient,
    );
  },
);
