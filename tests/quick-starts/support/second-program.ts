import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#components/quick-start/languages.ts';
import { frameworkMissing } from '../../../scripts/quick-starts/runtimes.mjs';
import { unpack } from './folder.ts';
import { prepare } from './process.ts';
import { line, type QuickStartSandbox, startQuickStartSandbox } from './sandbox.ts';
import { register } from './setting.ts';
import { WebApp } from './web-app.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface SecondProgram {
  /** Its framework, for the name of the test. */
  framework: string;
  /** What is typed; the last command runs it. */
  commands: readonly string[];
}

/** `oauth.*` in a program of another make; its files stand in `second/`, by language. */
const secondPrograms: Record<string, SecondProgram> = {
  node: { framework: 'Express', commands: ['node second.mjs'] },
  python: { framework: 'Flask', commands: ['python3 second.py'] },
  php: { framework: 'plain PHP', commands: ['php second.php'] },
  ruby: { framework: 'Sinatra', commands: ['ruby second.rb'] },
  java: { framework: 'the JDK’s server', commands: ['javac *.java', 'java Second'] },
  'c-sharp': {
    framework: 'ASP.NET',
    commands: ['dotnet build', 'dotnet bin/Debug/net10.0/Second.dll'],
  },
};

/**
 * Beside the lesson alone, as a reader copies it into a project. It has the routes /login,
 * /oauth2callback, / (the extension as JSON) and POST /logout, keeps plain data by session,
 * and prints its "Ready" line alone.
 */
export function testSecondProgram({ slug, label, beside, app }: Language): void {
  const second = secondPrograms[slug];
  const missing = frameworkMissing(slug);
  const why = missing
    ? `, NOT RUN: it is missing (Debian: apt-get install ${missing.package})`
    : '';
  const name = `${label}: ${beside.lesson} in ${second?.framework ?? ''}${why}`;
  describe.runIf(second && !missing)(name, () => {
    let sandbox: QuickStartSandbox;
    let web: WebApp;
    const clientId = `second-${slug}`;
    beforeAll(async () => {
      sandbox = await startQuickStartSandbox();
      const folder = unpack('authorization-flow', slug, [beside.lesson]);
      cpSync(join(root, 'second', slug), folder, { recursive: true });
      expect(existsSync(join(folder, app.file))).toBe(false);
      const { settings } = await register(sandbox, clientId);
      const commands = second?.commands ?? [];
      for (const command of commands.slice(0, -1)) prepare(command, folder);
      web = await WebApp.start(commands.at(-1) ?? '', folder, settings);
    });
    afterAll(async () => {
      await web.program.stop();
      await sandbox.close();
    });

    test('signs in, calls, refreshes, signs out, and the lesson prints nothing', async () => {
      const browser = web.newBrowser();
      const page = await web.signIn(browser);
      expect([page.status, page.text]).toEqual([
        200,
        expect.stringMatching(/"?extensionNumber"?\s*:\s*"101"/),
      ]);
      await sandbox.news(clientId);
      await sandbox.clock(3700);
      expect((await browser.open(`${web.origin}/`)).status).toBe(200);
      await browser.open(`${web.origin}/logout`, { body: '' });
      expect((await sandbox.news(clientId)).map(line)).toEqual([
        'GET /extension/~ 401',
        'POST /restapi/oauth/token refresh_token 200',
        'GET /extension/~ 200',
        'POST /restapi/oauth/revoke 200',
      ]);
      expect(web.program.output().trim()).toBe(`Ready. Open ${web.origin}`);
    });

    test('an error is typed: its kind reaches the program', async () => {
      const browser = web.newBrowser();
      const denied = await web.signIn(browser, 'deny');
      expect([denied.status, denied.text]).toEqual([500, expect.stringContaining('denied')]);
      expect((await browser.open(`${web.origin}/`)).text).toContain('ended');
    });

    test('it reads no environment, prints nothing and ends nothing by its own words', () => {
      const text = readFileSync(
        join(root, '../../content/quick-start/authorization-flow', slug, beside.lesson),
        'utf8',
      );
      expect(text).not.toMatch(
        /console\.|process\.(?:env|exit)|\bprint\(|\bputs\b|\becho\b|getenv|os\.environ|System\.(?:out|err|exit|getenv)|Console\.|Environment\.|\bexit\b|\bENV\b/,
      );
    });
  });
}
