import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#components/quick-start/languages.ts';
import { expectHelp, startPlainServer } from './help.ts';
import { start } from './process.ts';
import { line, type QuickStartSandbox, startQuickStartSandbox } from './sandbox.ts';
import { makeReady, type Ready } from './setting.ts';
import { expectClean } from './words.ts';

type Settings = Record<string, string>;

interface Script {
  name: 'jwt' | 'password';
  clientId: string;
  grant: string;
  /** What it cannot do without, in the order in which it asks. */
  needed: readonly string[];
  words: string;
}

const scripts: readonly Script[] = [
  {
    name: 'jwt',
    clientId: 'sandbox-jwt',
    grant: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    needed: ['RC_SERVER_URL', 'RC_APP_CLIENT_ID', 'RC_APP_CLIENT_SECRET', 'RC_USER_JWT'],
    words: 'Signed in with a JWT. The token is good for 3600 seconds.',
  },
  {
    name: 'password',
    clientId: 'sandbox-server-only',
    grant: 'password',
    needed: [
      'RC_SERVER_URL',
      'RC_APP_CLIENT_ID',
      'RC_APP_CLIENT_SECRET',
      'RC_USERNAME',
      'RC_PASSWORD',
    ],
    words:
      'Signed in with a password, as only the sandbox still allows. The token is good for 3600 seconds.',
  },
];

/** What the two scripts of every language must do, run against a sandbox of its own. */
export function testPasswordFlow(language: Language) {
  let sandbox: QuickStartSandbox;
  let ready: Record<Script['name'], Ready>;
  let jwt: string;
  beforeAll(async () => {
    sandbox = await startQuickStartSandbox();
    const [first, second] = makeReady('password-flow', language, [language.jwt, language.password]);
    ready = { jwt: first as Ready, password: second as Ready };
    const answer = await sandbox.control('POST', '/jwt', { extensionNumber: '101' });
    ({ jwt } = (await answer.json()) as { jwt: string });
  });
  afterAll(() => sandbox.close());

  const settings = ({ name, clientId }: Script): Settings => ({
    RC_SERVER_URL: sandbox.origin,
    RC_APP_CLIENT_ID: clientId,
    RC_APP_CLIENT_SECRET: `${clientId}-secret`,
    ...(name === 'jwt'
      ? { RC_USER_JWT: jwt }
      : { RC_USERNAME: '+18335550100', RC_EXTENSION: '101', RC_PASSWORD: 'sandbox-password' }),
  });

  /** Runs a script to its end; whatever happens, what it prints gives nothing away. */
  async function run({ name }: Script, given: Settings) {
    const running = start(ready[name].command, ready[name].folder, given);
    const status = await running.ended;
    const secrets = ['RC_APP_CLIENT_SECRET', 'RC_USER_JWT', 'RC_PASSWORD'].flatMap((one) =>
      given[one] === undefined || given[one] === '' ? [] : [given[one]],
    );
    expectClean(running.output(), secrets);
    // The first line says which settings it read.
    const output = running.output().replace(/^Server .+ It ends by itself\.\n/, '');
    if (status === 0) expect(output).not.toBe(running.output());
    return { status, output };
  }

  async function refused(script: Script, given: Settings) {
    const { status, output } = await run(script, given);
    expect(status).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    return output;
  }

  describe.each(scripts)(`${language.label}: the $name script`, (script) => {
    const { clientId, grant, needed, words } = script;
    const lines = async () => (await sandbox.news(clientId)).map(line);

    test('signs in, makes the first call, prints it and says what to do next', async () => {
      await lines();
      const { status, output } = await run(script, settings(script));
      expect(output).toContain(words);
      expect(output).toContain('GET /restapi/v1.0/account/~/extension/~');
      expect(output).toMatch(/^Extension 101: .+, Enabled$/m);
      expect(output).toContain('authorization code with PKCE');
      expect(status).toBe(0);
      const exchanges = await sandbox.news(clientId);
      expect(exchanges.map(line)).toEqual([
        `POST /restapi/oauth/token ${grant} 200`,
        'GET /extension/~ 200',
      ]);
      const headers = exchanges[0]?.request.headers ?? [];
      expect(headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1]).toMatch(
        /^Basic /,
      );
      const form = new URLSearchParams(exchanges[0]?.request.body);
      expect([...form.keys()].sort()).toEqual(
        grant === 'password'
          ? ['extension', 'grant_type', 'password', 'username']
          : ['assertion', 'grant_type'],
      );
    });

    test.each(needed)('without %s it says which is missing', async (name) => {
      const output = await refused(script, { ...settings(script), [name]: '' });
      expect(output).toContain(`${name} is missing`);
    });

    test('wrong secret', async () => {
      const output = await refused(script, {
        ...settings(script),
        RC_APP_CLIENT_SECRET: 'wrong-not-a-secret-8pL2',
      });
      expect(output).toContain('OAU-146');
      expect(output).toContain('Check the client id and secret');
      await expectHelp(output, sandbox);
    });

    test('a refusal by a server that names no help', async () => {
      const plain = await startPlainServer();
      const output = await refused(script, { ...settings(script), RC_SERVER_URL: plain.url });
      expect(output).toMatch(/^The server refused: OAU-146\. .+RC_SERVER_URL\.\n$/);
      plain.close();
    });

    test('an app that does not have this grant', async () => {
      const output = await refused(script, {
        ...settings(script),
        RC_APP_CLIENT_ID: 'sandbox-server-web',
        RC_APP_CLIENT_SECRET: 'sandbox-server-web-secret',
      });
      expect(output).toContain('OAU-251');
      expect(output).toMatch(/settings|RingCentral/);
    });

    test('wrong server URL', async () => {
      const stranger = createServer((_, response) =>
        response.writeHead(404).end('<p>No such page</p>'),
      );
      await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
      const address = stranger.address();
      const port = typeof address === 'object' ? address?.port : 0;
      const url = `http://localhost:${port}`;
      const output = await refused(script, { ...settings(script), RC_SERVER_URL: url });
      expect(output).toContain(`${url}/restapi/oauth/token answered 404`);
      expect(output).toContain('Check RC_SERVER_URL');
      stranger.close();
      expect(await refused(script, { ...settings(script), RC_SERVER_URL: 'localhost' })).toContain(
        'RC_SERVER_URL is "localhost"',
      );
    });

    test('server down', async () => {
      const gone = await startQuickStartSandbox();
      await gone.close();
      const output = await refused(script, { ...settings(script), RC_SERVER_URL: gone.origin });
      expect(output).toContain(`${gone.origin} gave no answer`);
      expect(output).toContain('Check RC_SERVER_URL');
    });

    test('reads .env', async () => {
      const text = Object.entries(settings(script))
        .map(([name, value]) => `${name}="${value}"`)
        .join('\n');
      writeFileSync(
        join(ready[script.name].folder, '.env'),
        `# A comment = of the reader\n\n${text}\n`,
      );
      const { status, output } = await run(script, {});
      expect([status, output]).toEqual([0, expect.stringContaining('Extension 101')]);
      const wrong = await refused(script, { RC_APP_CLIENT_ID: 'nobody' });
      expect(wrong).toContain('OAU-153');
    });
  });

  test(`${language.label}: a JWT that is damaged, has ended or was made for another app`, async () => {
    const [script] = scripts as [Script];
    const damaged = await refused(script, {
      ...settings(script),
      RC_USER_JWT: `${jwt.slice(0, -6)}AAAAAA`,
    });
    expect(damaged).toContain('OAU-345');
    expect(damaged).toContain('Check that RC_USER_JWT is whole');
    const answer = await sandbox.control('POST', '/jwt', {
      extensionNumber: '101',
      clientIds: ['sandbox-server-web'],
    });
    const foreign = (await answer.json()) as { jwt: string };
    expect(await refused(script, { ...settings(script), RC_USER_JWT: foreign.jwt })).toContain(
      'OAU-473',
    );
    const late = await sandbox.control('POST', '/jwt', {
      extensionNumber: '101',
      expiresAt: new Date(Date.now() - 86_400_000).toISOString(),
    });
    const { jwt: ended } = (await late.json()) as { jwt: string };
    expect(await refused(script, { ...settings(script), RC_USER_JWT: ended })).toMatch(
      /The server refused: \S+\. .*RC_USER_JWT/,
    );
  });

  test(`${language.label}: a wrong password`, async () => {
    const [, script] = scripts as [Script, Script];
    const output = await refused(script, {
      ...settings(script),
      RC_PASSWORD: 'wrong-password-3kQ7',
    });
    expect(output).toContain('OAU-140');
    expect(output).toContain('Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD');
  });
}
