import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#components/quick-start/languages.ts';
import { settingNames } from '#components/quick-start/setting-names.ts';
import { start } from './process.ts';
import { type QuickStartSandbox, startQuickStartSandbox } from './sandbox.ts';
import { makeReady, type Ready } from './setting.ts';
import { expectClean } from './words.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What makes a runtime older than it is, or takes from it what it comes with. */
const oldRuntimes: Record<string, { env: Record<string, string>; says: string }> = {
  node: {
    env: {
      NODE_OPTIONS:
        '--import=data:text/javascript,Object.defineProperty(process,%22versions%22,{value:{...process.versions,node:%2218.20.8%22}})',
    },
    says: 'This program needs Node 20 or later. This is Node 18.20.8.',
  },
  python: {
    // Its `sitecustomize.py` is run before every program.
    env: {
      PYTHONPATH: join(root, 'tests/quick-starts/old/python'),
      PYTHONDONTWRITEBYTECODE: '1',
    },
    says: 'This program needs Python 3.9 or later. This is Python 3.8.18.',
  },
  // Debian's PHP without the files by which its packages add extensions.
  php: {
    env: { PHP_INI_SCAN_DIR: '/nowhere' },
    says: "This program needs PHP's curl extension.",
  },
  ruby: {
    env: { RUBYOPT: `-r${join(root, 'tests/quick-starts/old/ruby/older.rb')}` },
    says: 'This program needs Ruby 3.0 or later. This is Ruby 2.7.8.',
  },
};

/** The same command, typed in the folder above. */
function fromAbove(command: string, folder: string): string {
  const parts = command.split(' ');
  const last = parts.pop() ?? '';
  const place = basename(folder);
  if (parts[0] === 'java') return `java -cp ${place} ${last}`;
  return [...parts, `${place}/${last}`].join(' ');
}

/** Every way in which an `.env` comes to a program: read as it was meant, or named for what it is. */
export function testSettings(language: Language): void {
  describe(`${language.label}: its settings`, () => {
    let sandbox: QuickStartSandbox;
    let ready: Ready;
    let values: Record<string, string>;
    let path: string;
    beforeAll(async () => {
      sandbox = await startQuickStartSandbox();
      [ready] = makeReady('password-flow', language, [language.jwt]) as [Ready];
      const answer = await sandbox.control('POST', '/jwt', { extensionNumber: '101' });
      const { jwt } = (await answer.json()) as { jwt: string };
      values = {
        RC_SERVER_URL: sandbox.origin,
        RC_APP_CLIENT_ID: 'sandbox-jwt',
        RC_APP_CLIENT_SECRET: 'sandbox-jwt-secret',
        RC_USER_JWT: jwt,
      };
      path = join(ready.folder, '.env');
    });
    afterEach(() => {
      rmSync(path, { recursive: true, force: true });
      rmSync(join(dirname(ready.folder), '.env'), { force: true });
    });
    afterAll(() => sandbox.close());

    const lines = (line = (name: string, value: string) => `${name}=${value}`) =>
      Object.entries(values).map(([name, value]) => line(name, value));
    async function run(env: Record<string, string> = {}, above = false) {
      const { command, folder } = ready;
      const running = above
        ? start(fromAbove(command, folder), dirname(folder), env)
        : start(command, folder, env);
      const status = await running.ended;
      const output = running.output();
      expectClean(output, ['sandbox-jwt-secret', values['RC_USER_JWT'] ?? '']);
      return { status, output };
    }
    const first = () =>
      `Server ${sandbox.origin}, app sandbox-jwt, settings from ${path}. It ends by itself.`;
    async function expectRead(env?: Record<string, string>, above?: boolean) {
      const { status, output } = await run(env, above);
      expect([status, output]).toEqual([0, expect.stringContaining('Extension 101')]);
      return output.split('\n')[0]?.trim();
    }
    async function expectNamed(line: string | RegExp, env?: Record<string, string>) {
      const { status, output } = await run(env);
      expect(status).toBe(1);
      if (typeof line === 'string') expect(output.trim()).toBe(line);
      else expect(output.trim()).toMatch(line);
    }

    test.each<[string, (name: string, value: string) => string]>([
      ['as it comes', (name, value) => `${name}=${value}`],
      [
        'with a byte order mark',
        (name, value) => `${name === 'RC_SERVER_URL' ? '\uFEFF' : ''}${name}=${value}`,
      ],
      ['with export', (name, value) => `export ${name}=${value}`],
      ['in double quotes', (name, value) => `${name}="${value}"`],
      ['in single quotes, and a comment behind', (name, value) => `${name}='${value}' # mine`],
      ['with comments behind', (name, value) => `${name}=${value} # mine, the other's`],
      ['with blanks', (name, value) => `  ${name} = ${value}  `],
      ['with CRLF', (name, value) => `${name}=${value}\r`],
      [
        'with comments and empty lines between',
        (name, value) => `# ${name}=no\n\n${name}=${value}`,
      ],
      ['set twice: the later counts', (name, value) => `${name}=earlier\n${name}=${value}`],
    ])('%s: read', async (_, line) => {
      writeFileSync(path, `${lines(line).join('\n')}\n`);
      expect(await expectRead()).toBe(first());
    });

    test('a slash at the end of the server is left out; a # within a value stays', async () => {
      const text = lines().join('\n').replace('sandbox-jwt\n', 'odd#app\n');
      writeFileSync(path, text.replace(sandbox.origin, `${sandbox.origin}//`));
      const { status, output } = await run();
      expect([status, output]).toEqual([1, expect.stringContaining('OAU-153')]);
      expect(output).toContain(`Server ${sandbox.origin}, app odd#app, settings from ${path}.`);
    });

    test('in UTF-16: named', async () => {
      writeFileSync(path, Buffer.from(`\uFEFF${lines().join('\r\n')}`, 'utf16le'));
      await expectNamed(`${path} is UTF-16, as PowerShell 5 writes it. Save it as UTF-8.`);
    });

    test('that cannot be read: named', async () => {
      mkdirSync(path);
      await expectNamed(new RegExp(`^${path.replaceAll('.', '\\.')} cannot be read \\(.+\\)\\.$`));
    });

    test('that is not there: named, with the place', async () => {
      await expectNamed(`RC_SERVER_URL is missing. There is no ${path}.`);
    });

    test('a folder too high: named', async () => {
      const above = dirname(ready.folder);
      writeFileSync(join(above, '.env'), lines().join('\n'));
      await expectNamed(
        `RC_SERVER_URL is missing. There is no ${path}. There is one in ${above}: move it beside the program.`,
      );
    });

    test('that lacks one, or has it empty: named', async () => {
      writeFileSync(path, lines().slice(0, 3).join('\n'));
      await expectNamed(`RC_USER_JWT is missing. ${path} does not set it.`);
      writeFileSync(path, `${lines().slice(0, 3).join('\n')}\nRC_USER_JWT= # of the page\n`);
      await expectNamed(`RC_USER_JWT is missing. ${path} does not set it.`);
    });

    test('of a program that is started from the folder above: read', async () => {
      writeFileSync(path, lines().join('\n'));
      expect(await expectRead({}, true)).toBe(first());
    });

    test('overruled by the shell: said', async () => {
      writeFileSync(path, lines().join('\n').replace('sandbox-jwt\n', 'another\n'));
      expect(await expectRead({ RC_APP_CLIENT_ID: 'sandbox-jwt' })).toBe(
        first().replace(path, `${path}, but RC_APP_CLIENT_ID from the environment`),
      );
    });

    test('everything in the environment: read', async () => {
      expect(await expectRead(values)).toBe(first().replace(path, 'the environment'));
    });

    test.each(['RC_SERVER_URL', 'RC_APP_CLIENT_ID', 'RC_APP_CLIENT_SECRET', 'RC_USER_JWT'])(
      '%s by another name, in the file or the shell: named, and not read',
      async (name) => {
        const [other = ''] = settingNames[name] ?? [];
        const line = `${name} is missing. ${other} is set; this program reads ${name}.`;
        writeFileSync(path, lines().join('\n').replace(`${name}=`, `${other}=`));
        await expectNamed(line);
        writeFileSync(
          path,
          lines()
            .filter((one) => !one.startsWith(`${name}=`))
            .join('\n'),
        );
        await expectNamed(line, { [other]: values[name] ?? '' });
      },
    );

    test('the table of other names is the one that the guide prints', () => {
      const file = join(
        'content/quick-start/authorization-flow',
        language.slug,
        language.beside.settings,
      );
      const text = readFileSync(join(root, file), 'utf8');
      const inFile = new Set(text.match(/\b(?:RC|RINGCENTRAL)_[A-Z_]+\b/g));
      expect([...inFile].sort()).toEqual(
        Object.entries(settingNames)
          .flatMap(([name, others]) => [name, ...others])
          .sort(),
      );
    });

    const old = oldRuntimes[language.slug];
    test.runIf(old)('a runtime that cannot run it: named', async () => {
      await expectNamed(old?.says ?? '', { ...old?.env });
    });
  });
}
