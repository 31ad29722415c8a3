import { describe, expect, it } from 'vitest';
import type { Exchange } from '#protocol/exchange.ts';
import { makeBasic } from '#protocol/make-basic.ts';
import type { AskedSandbox } from './ask-sandbox.ts';
import { issueOf } from './issue.ts';
import { withSandbox } from './with-sandbox.ts';

const secrets = {
  client: 'AZwEVwGEcfGet2PCouA7K6',
  secret: 'q8fT1-secret-of-mine',
  code: 'U0pDMTFQMDFQQVMwMXxBQURf',
  account: '208594004',
  name: 'Jane Doe',
  host: 'oauth.acme.example',
};

const real: Exchange = {
  id: 'r',
  from: 'app',
  to: 'authorization-server',
  server: { kind: 'own', origin: `https://${secrets.host}` },
  startedAt: 0,
  request: {
    method: 'POST',
    url: `https://${secrets.host}/restapi/oauth/token`,
    headers: [['Authorization', makeBasic(secrets.client, secrets.secret)]],
    body: `grant_type=authorization_code&code=${secrets.code}&redirect_uri=https%3A%2F%2Fapp.example%2Fcb`,
  },
  response: {
    status: 403,
    headers: [
      ['content-type', 'application/json'],
      [
        'www-authenticate',
        `Bearer realm="x", error_description="Invalid client: ${secrets.client}"`,
      ],
    ],
    body: JSON.stringify({
      error: 'invalid_redirect_uri',
      errors: [
        {
          errorCode: 'OAU-109',
          message: `The user ${secrets.name} of ${secrets.account} | at https://app.example/cb sent ${secrets.code}`,
          parameters: [{ parameterName: 'client_id', parameterValue: secrets.client }],
        },
      ],
      [secrets.account]: { owner: secrets.name },
      extension: { id: 208594004, name: secrets.name },
    }),
  },
};

const asked: AskedSandbox = {
  kind: 'asked',
  request: { method: 'POST', url: 'http://localhost:4321/restapi/oauth/token', headers: [] },
  answer: {
    status: 400,
    headers: [['content-type', 'application/json']],
    body: JSON.stringify({
      error: 'invalid_grant',
      errors: [{ errorCode: 'OAU-109', message: 'Redirect URIs do not match' }],
    }),
  },
  replaced: ['code', 'redirect_uri', 'Authorization'],
  assumed: { kind: 'nothing' },
};

describe('a comparison as an issue', () => {
  const text = issueOf(real, asked, withSandbox(real, asked), '2026-11-29');

  it('tells what differs, where', () => {
    expect(text).toContain('| status | 403 | 400 |');
    expect(text).toContain('| error | invalid_redirect_uri | invalid_grant |');
    expect(text).toContain('| errors[0].parameters[0].parameterName | client_id | not there |');
    expect(text).toContain(
      '`POST /restapi/oauth/token` with grant_type=authorization_code, code, redirect_uri.',
    );
    expect(text).toContain(
      'The sandbox got values of its own for: code, redirect_uri, Authorization.',
    );
    expect(text).toContain('a server of the reader’s own');
  });

  it.each(Object.entries(secrets))('has no %s in it', (_what, value) => {
    expect(text).not.toContain(value);
  });

  it('keeps a table a table, whatever a text holds', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) expect(row.match(/(?<!\\)\|/g), row).toHaveLength(4);
  });

  it('makes no markup and no link of a server’s words', () => {
    const body = JSON.stringify({
      error: 'x',
      error_description: String.raw`a\| b <img src=x> ![i](//evil.example/x)`,
    });
    const answered = { ...real, response: { status: 400, headers: [], body } };
    const told = issueOf(answered, asked, withSandbox(answered, asked), '2026-11-29');
    const row = told.split('\n').find((line) => line.startsWith('| error_description')) ?? '';
    expect(row).toContain(String.raw`a\\\| b &lt;img src=x> !\[i\](//evil.example/x)`);
  });

  it('is shown for no difference too', () => {
    const twin: AskedSandbox = {
      ...asked,
      answer: {
        status: 403,
        headers: real.response?.headers ?? [],
        body: real.response?.body ?? '',
      },
    };
    const same = issueOf(real, twin, { rows: [], unread: [] }, '2026-11-29');
    expect(same).toContain('No difference was found.');
  });
});
