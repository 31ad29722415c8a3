import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authCode } from '#flows/auth-code.ts';
import { revocation } from '#flows/revocation.ts';
import { rowsOf } from '#flows/runner.ts';
import { curlLine } from './curl-line.ts';

const secret = `s'"$\\% not a secret`;
const token = authCode.steps.find(({ id }) => id === 'token')?.request;
if (!token) throw new Error('no token step');
const rows = rowsOf(token, {
  inputs: {
    client_id: "id'x",
    redirect_uri: 'http://localhost:4321/callback/',
    client_secret: secret,
  },
  clientType: 'confidential',
  values: { code: "co'de $x" },
  edits: {},
});
const line = curlLine(token, rows, 'https://auth.example.com/token', "id'x");

describe('the line for a terminal', () => {
  it('asks for the secret, which stands nowhere in it', () => {
    expect(line).toContain("printf 'Client secret: '; read -rs CLIENT_SECRET; echo");
    expect(line).not.toContain('not a secret');
    expect(line).not.toContain(btoa(`id'x:${secret}`));
  });

  it('gives curl each word as it is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'curl-line-'));
    const curl = join(folder, 'curl');
    writeFileSync(curl, '#!/bin/sh\nfor word; do printf "%s\\0" "$word"; done\n');
    chmodSync(curl, 0o755);
    const printed = execFileSync('bash', ['-c', line], {
      input: `${secret}\n`,
      env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` },
      encoding: 'utf8',
    });
    const words = printed.slice(printed.indexOf('--include')).split('\0');
    expect(words).toEqual([
      '--include',
      '--silent',
      '--show-error',
      'https://auth.example.com/token',
      '--user',
      `id'x:${secret}`,
      '--data-urlencode',
      'grant_type=authorization_code',
      '--data-urlencode',
      "code=co'de $x",
      '--data-urlencode',
      'redirect_uri=http://localhost:4321/callback/',
      '',
    ]);
  });

  it('asks for a token that was typed into its row', () => {
    const revoke = revocation.steps.find(({ request }) =>
      request?.path.endsWith('/revoke'),
    )?.request;
    if (!revoke) throw new Error('no revocation step');
    const typed = rowsOf(revoke, {
      inputs: { client_id: 'id' },
      clientType: 'public',
      values: {},
      edits: { token: { kind: 'value', value: 'a-live-token' } },
    });
    const asks = curlLine(revoke, typed, 'https://auth.example.com/revoke', 'id');
    expect(asks).not.toContain('a-live-token');
    expect(asks).toContain('read -rs ACCESS_TOKEN');
  });
});
