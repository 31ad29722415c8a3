import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import { encodeForm } from '#protocol/form.ts';
import { makeBasic } from '#protocol/make-basic.ts';
import { codeForms } from './code-languages.ts';
import { askInTerminal } from './environment.ts';
import { powershellQuoted } from './quoting.ts';
import { secretsIn } from './secrets.ts';
import { writeCode } from './write-code.ts';

const form: [string, string] = ['Content-Type', 'application/x-www-form-urlencoded'];
const post = (pairs: [string, string][], headers: [string, string][] = []): ExchangeRequest => ({
  method: 'POST',
  url: 'http://localhost:4321/restapi/oauth/token',
  headers: [form, ...headers],
  body: encodeForm(pairs),
});
const verifier = 'sandbox-verifier-not-a-secret';
const known = [{ value: verifier, env: 'RC_CODE_VERIFIER' }];

describe('the secrets of a request', () => {
  it('are those that are known, and those that stand where a protocol puts one', () => {
    const request = post(
      [
        ['code', 'typed-by-hand'],
        ['code_verifier', verifier],
        ['redirect_uri', 'http://localhost/'],
      ],
      [['Authorization', makeBasic('an-app', 'not-a-secret')]],
    );
    expect(secretsIn(request, known)).toEqual([
      { value: 'typed-by-hand', env: 'RC_CODE' },
      { value: verifier, env: 'RC_CODE_VERIFIER' },
      { value: 'not-a-secret', env: 'RC_APP_CLIENT_SECRET' },
    ]);
  });

  it('have a name each, and a stand-in is named by its kind', () => {
    const request = post(
      [['token', 'masked-refresh_token-2-40chars']],
      [['Authorization', 'Basic masked-credentials-1-60chars']],
    );
    expect(secretsIn(request, []).map(({ env }) => env)).toEqual([
      'RC_REFRESH_TOKEN',
      'RC_CREDENTIALS',
    ]);
    const twice = post([
      ['code', 'one-of-them'],
      ['auth_code', 'the-other'],
    ]);
    expect(secretsIn(twice, []).map(({ env }) => env)).toEqual(['RC_CODE', 'RC_CODE_2']);
  });

  it.each(codeForms)('stand in no %s, also where something stands around one', async (id) => {
    const code = await writeCode(id, post([['code_verifier', `${verifier}\n`]]), known, false);
    expect(code).toContain('RC_CODE_VERIFIER');
    expect(code).not.toContain(verifier);
    expect(code).toMatch(/\\n|%0A|`n|\n'/);
  });

  it.each(['http', 'curl'] as const)('stand in no %s of another shape', async (id) => {
    const json: ExchangeRequest = {
      ...post([]),
      headers: [['Content-Type', 'application/json']],
      body: JSON.stringify({ code_verifier: verifier }),
    };
    const asQuery = { ...post([]), url: `${post([]).url}?code_verifier=${verifier}`, body: '' };
    for (const request of [json, asQuery]) {
      const code = await writeCode(id, request, known, false);
      expect(code).toContain('RC_CODE_VERIFIER');
      expect(code).not.toContain(verifier);
    }
  });
});

describe('a request that somebody else sent', () => {
  const strange: [string, ExchangeRequest][] = [
    ['method', { ...post([]), method: 'P`id`' }],
    ['field', { ...post([]), headers: [form, ["x-'$(id)", 'a']] }],
    ['parameter', post([["a'$(id)", 'b']])],
  ];

  it.each(strange)('with an odd %s is a program in no language', async (_, request) => {
    for (const id of codeForms.filter((one) => one !== 'http' && one !== 'curl')) {
      expect(await writeCode(id, request, [], false)).toBeUndefined();
    }
  });

  it.each(strange)(
    'with an odd %s is words of curl and nothing that a shell runs',
    async (_, request) => {
      const command = (await writeCode('curl', request, [], false)) ?? '';
      const words = execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' });
      expect(words).not.toContain('uid=');
    },
  );

  it('has in its path what no language takes for its own', async () => {
    const request = { ...post([]), url: "http://localhost:4321/a'$x#{1}/b" };
    const code = await writeCode('php', request, [], false);
    expect(code).toContain(String.raw`'http://localhost:4321/a\'$x'`);
  });

  it('leaves out what a client writes by itself', async () => {
    const request = post(
      [['a', 'b']],
      [
        ['host', 'localhost:4321'],
        ['content-length', '3'],
        ['user-agent', 'x'],
        ['sec-fetch-mode', 'cors'],
      ],
    );
    for (const id of codeForms) {
      const code = (await writeCode(id, request, [], false))?.toLowerCase();
      expect(code).not.toMatch(/user-agent|content-length|sec-fetch/);
    }
  });
});

describe('the environment', () => {
  it('is asked for in one line, which shows no value', () => {
    const line = askInTerminal(['RC_CODE', 'RC_APP_CLIENT_SECRET'], 'curl');
    expect(line).not.toContain('\n');
    const said = execFileSync(
      'bash',
      ['-c', `${line}; printf '[%s]' "$RC_CODE" "$(printenv RC_APP_CLIENT_SECRET)"`],
      {
        input: `a'b"c$d\\e\nsecond\n`,
        encoding: 'utf8',
      },
    );
    expect(said).toContain(`[a'b"c$d\\e][second]`);
  });

  it('is asked for in PowerShell by its own words', () => {
    expect(askInTerminal(['RC_CODE'], 'powershell')).toBe(
      `foreach ($name in 'RC_CODE') { Set-Item "env:$name" (Read-Host $name -MaskInput) }`,
    );
  });
});

it('PowerShell’s curly quotes are quotes', () => {
  expect(powershellQuoted('a’b')).toBe("'a’’b'");
  expect(powershellQuoted('a”$`b\n\u001b')).toBe('"a`”`$``b`n`u{1b}"');
});
