import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBasic } from '#protocol/make-basic.ts';
import { decodeForm, encodeForm } from '#protocol/form.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import { type CodeLanguage, codeLanguages } from './code-languages.ts';
import { envName } from './env-name.ts';
import { snippet } from './snippet.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'snippets-'));
const received: { method: string; url: string; authorization: string; body: string }[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const { method = '', url = '', headers } = request;
    received.push({ method, url, authorization: headers.authorization ?? '', body });
    response.end('answered');
  });
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Everything that a quoting could trip over. */
const awkward = `a'b"c$d{e}\\f\`g#{h}%41 +&=ü\n\tend`;
const secret = 'sandbox-server-web-secret';
const secrets = [
  { value: 'the-code', env: envName('code') },
  { value: 'the-token', env: envName('access_token') },
  { value: secret, env: envName('client_secret') },
];
const env = {
  RC_CODE: 'the-code',
  RC_ACCESS_TOKEN: 'the-token',
  RC_APP_CLIENT_SECRET: secret,
};

const tokenRequest = (): ExchangeRequest => ({
  method: 'POST',
  url: `${origin}/restapi/oauth/token`,
  headers: [
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ['Authorization', makeBasic('sandbox-server-web', secret)],
  ],
  body: encodeForm([
    ['grant_type', 'authorization_code'],
    ['code', 'the-code'],
    ['redirect_uri', 'http://localhost:4321/callback/'],
    ['awkward', awkward],
    ['empty', ''],
  ]),
});
const apiRequest = (): ExchangeRequest => ({
  method: 'GET',
  url: `${origin}/restapi/v1.0/account/~/extension/~?${encodeForm([['q', awkward]])}`,
  headers: [['Authorization', 'Bearer the-token']],
});

function has(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** How a program of each language is run where the machine can; the long run has C# and PowerShell too. */
const runners: Partial<
  Record<CodeLanguage, { here: boolean; run: (code: string) => Promise<unknown> }>
> = {
  node: {
    here: true,
    run: (code) => run(process.execPath, ['--input-type=module', '--eval', code], { env }),
  },
  php: {
    here: has('php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);'),
    run: (code) => write('a.php', code, 'php'),
  },
  python: {
    here: has('python3', '-c', 'import requests'),
    run: (code) => write('a.py', code, 'python3'),
  },
  ruby: { here: has('ruby', '-v'), run: (code) => write('a.rb', code, 'ruby') },
  java: {
    here: has('java', '-version'),
    run: (code) => write('Main.java', code, 'java'),
  },
};

function write(name: string, code: string, command: string) {
  const file = join(folder, name);
  writeFileSync(file, code);
  return run(command, [file], { env: { ...process.env, ...env } });
}

const runnable = Object.entries(runners).filter(([, { here }]) => here);

describe.each(runnable)('a request as %s, run', (id, { run: start }) => {
  const language = id as CodeLanguage;

  it('sends the same form, and the secret from the environment', async () => {
    const request = tokenRequest();
    const code = (await snippet(request, language, secrets, false)) ?? '';
    expect(code).not.toContain(secret);
    expect(code).not.toContain('the-code');
    received.length = 0;
    await start(code);
    expect(received).toHaveLength(1);
    const [got] = received;
    expect(got).toMatchObject({
      method: 'POST',
      url: '/restapi/oauth/token',
      authorization: makeBasic('sandbox-server-web', secret),
    });
    expect(decodeForm(got?.body ?? '')).toEqual(decodeForm(request.body ?? ''));
  });

  it('sends the same address and the token from the environment', async () => {
    const code = (await snippet(apiRequest(), language, secrets, false)) ?? '';
    expect(code).not.toContain('the-token');
    received.length = 0;
    await start(code);
    expect(received[0]).toMatchObject({ method: 'GET', authorization: 'Bearer the-token' });
    const query = (url: string) => decodeForm(url.split('?')[1] ?? '');
    expect(query(received[0]?.url ?? '')).toEqual(query(apiRequest().url));
  });
});

describe.each(codeLanguages)('a request as %s', (language) => {
  it('leaves no placeholder and no secret', async () => {
    for (const request of [tokenRequest(), apiRequest()]) {
      const code = (await snippet(request, language, secrets, false)) ?? '';
      expect(code).not.toMatch(/PH\d+PH/);
      expect(code).not.toContain(secret);
      expect(code).not.toContain(btoa(`sandbox-server-web:${secret}`));
      expect(code).toContain('RC_');
    }
  });

  it('that a browser makes is an address', async () => {
    const request: ExchangeRequest = {
      method: 'GET',
      url: `${origin}/restapi/oauth/authorize?response_type=code&state=a+b`,
      headers: [],
    };
    const code = await snippet(request, language, secrets, true);
    expect(code).toContain(`${origin}/restapi/oauth/authorize?response_type=code&state=a+b`);
    expect(code).toContain('Send the browser to this address.');
  });

  it('that is no form is shown by HTTP and curl alone', async () => {
    const json: ExchangeRequest = {
      method: 'POST',
      url: `${origin}/x`,
      headers: [['Content-Type', 'application/json']],
      body: '{}',
    };
    expect(await snippet(json, language, secrets, false)).toBeUndefined();
  });
});

describe('a request as C#', () => {
  it('quotes what the library would leave open', async () => {
    const code = (await snippet(tokenRequest(), 'c-sharp', secrets, false)) ?? '';
    expect(code).toContain(String.raw`"a'b\"c$d{e}\\f${'`'}g#{h}%41 +&=ü\n\tend"`);
    expect(code).toContain('Environment.GetEnvironmentVariable("RC_CODE")!');
    expect(code).toContain('Convert.ToBase64String');
  });
});
