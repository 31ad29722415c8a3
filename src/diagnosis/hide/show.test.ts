import { describe, expect, it } from 'vitest';
import { readMask } from '#protocol/mask/mask.ts';
import { finding, type Finding } from '../finding.ts';
import { recogniseAll as recognise } from '../recognise/recognise-all.ts';
import { hide, show } from './show.ts';
import type { Shown } from './shown.ts';

const shownOf = (paste: string, findings: Finding[] = []): Shown =>
  show({ ...recognise(paste), findings });
const textOf = (paste: string): string => shownOf(paste).text;

const secret = 'Zx9Kq2LmP7wRt4Vb';

describe('what stands in a secret’s place', () => {
  it('keeps kind, length and class, and is the same for the same value', () => {
    const { text, removed } = shownOf(
      `client_secret=${secret}\n{"error_description":"bad ${secret}"}\nRC_SECRET=other-Secret-77`,
    );
    expect(text).toBe(
      'client_secret=masked-client_secret-1-16chars\n{"error_description":"bad masked-client_secret-1-16chars"}\nRC_SECRET=masked-client_secret-2-15chars',
    );
    expect(removed).toEqual([
      {
        of: 'secret',
        kind: 'client_secret',
        label: 'masked-client_secret-1-16chars',
        count: 2,
        madeOf: 'letters and digits',
      },
      {
        of: 'secret',
        kind: 'client_secret',
        label: 'masked-client_secret-2-15chars',
        count: 1,
        madeOf: 'base64url characters',
      },
    ]);
  });

  it('says that white space stands at an end, which is why a secret is refused', () => {
    const { removed } = shownOf(`CLIENT_SECRET="${secret} "`);
    expect(removed[0]?.madeOf).toBe('letters and digits, with white space at an end');
  });

  it('names the client secret that a Basic header holds', () => {
    const header = Buffer.from(`EXAMPLEclientIdAbc0001:${secret}`).toString('base64');
    const { text, removed } = shownOf(`Authorization: Basic ${header}`);
    expect(text).toBe('Authorization: Basic masked-credentials-1-52chars');
    expect(removed.map(({ kind }) => kind)).toEqual(['credentials', 'client_secret']);
  });

  it('stays when it is pasted again', () => {
    const { text } = shownOf(`password=${secret}&refresh_token=${secret}x, call +12025550143`);
    expect(textOf(text)).toBe(text);
    expect(shownOf(text).removed).toEqual([]);
  });

  it.each(['Authorization: ██', 'assertion=***', 'password: ••••••', '{"code":"<redacted>"}'])(
    'is none where somebody hid it: %s',
    (paste) => expect(textOf(paste)).toBe(paste),
  );

  it.each([
    'clientSecret: process.env.RC_SECRET',
    'curl -u "$RC_CLIENT_ID:$RC_CLIENT_SECRET" -d "assertion=$RC_JWT"',
    'Authorization: Bearer {{access_token}}',
    'rc.login({ username, extension, password })',
    'strBody = "grant_type=password" & "&password=" & strPwd & "&extension=" & strExt',
    'new RestClient(clientId, clientSecret, RestClient.ProductionServer)',
  ])('is none where a program fills it in: %s', (paste) => expect(textOf(paste)).toBe(paste));
});

describe('what every reader may see', () => {
  it.each([
    'https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=EXAMPLEclientIdAbc0001&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&state=0Y0pauToT3k4RGwIZBMA_g&code_challenge=ud70qn8B9IRQ48_1aSr52DS9QKAECeSEbwikl3m-FwQ',
    'RCRequestId: 5d0e1f2a-0000-11f1-0000-0050560000ad\nRoutingKey: IAD01P99',
    'Refresh token has expired (OAU-213), since 2026-11-27T09:15:02Z on node 24.21.0',
    'The client [EXAMPLEclientIdAbc0001] is not allowed to use this personal API Key',
    'WWW-Authenticate: Bearer realm="RingCentral REST API", error="invalid_token"',
    'User-Agent: Mozilla/5.0 Chrome/120.0.6099.71 RCJSSDK/5.0.11',
    'http://127.0.0.1:8080/cb and http://[::1]/cb and http://203.0.113.9/cb',
    '* Connected to platform.ringcentral.com (198.51.100.20) port 443',
    // A client id alone, and `undefined:undefined`.
    'Authorization: Basic RVhBTVBMRWNsaWVudElkQWJjMDAwMQ==',
    'Authorization: Basic dW5kZWZpbmVkOnVuZGVmaW5lZA==',
    'code: 400, "code": "invalid_grant", { code: \'ECONNREFUSED\' }',
    'Invalid client credentials: check the secret, the password and the token.',
    'at Platform.refresh (C:\\bot\\node_modules\\@ringcentral\\sdk\\lib\\Platform.js:640:35)',
  ])('stays: %s', (paste) => expect(textOf(paste)).toBe(paste));
});

describe('persons', () => {
  it('have one label however a number is written, and are kept for the view alone', () => {
    const { text, people, removed } = shownOf(
      'username=%2B12025550143 called as (202) 555-0143, jane@example.com from 203.0.113.77',
    );
    expect(text).toBe(
      'username=masked-phone_number-1-12chars called as masked-phone_number-1-12chars, masked-email_address-1-16chars from masked-ip_address-1-12chars',
    );
    expect(people).toEqual({
      'masked-phone_number-1-12chars': '%2B12025550143',
      'masked-email_address-1-16chars': 'jane@example.com',
      'masked-ip_address-1-12chars': '203.0.113.77',
    });
    expect(removed.map(({ kind }) => kind)).toEqual([
      'phone number',
      'e-mail address',
      'IP address',
    ]);
  });

  it('an answer of the API goes whole, an error envelope stays', () => {
    const { text, removed } = shownOf(
      `GET /restapi/v1.0/account/~/extension/~ HTTP/1.1\nHost: platform.ringcentral.com\n\nHTTP/1.1 200 OK\n\n{"id":1,"extensionNumber":"101","name":"Jane"}`,
    );
    expect(text).not.toContain('Jane');
    expect(removed.map(({ of, kind }) => [of, kind])).toEqual([['body', 'answer of the API']]);
    const envelope = '{"errorCode":"OAU-128","message":"Access token expired.","errors":[]}';
    expect(textOf(envelope)).toBe(envelope);
  });
});

describe('findings', () => {
  const verifier = 'Xr4ilOzQ4PCOq3aQ0qbuaQ2u0e3nK1pLxR8sT5vW9yA';
  const found = (parts: Partial<Finding>): Finding => ({
    ...finding({ id: 'LINT-150', title: 'a', why: 'b' }),
    ...parts,
  });

  it('say nothing that is hidden, and their places are those of the masked text', () => {
    const paste = `code_verifier=${verifier}\nerror: invalid_grant`;
    const at = paste.indexOf('invalid_grant');
    const { text, findings } = shownOf(paste, [
      found({
        why: `It was ${verifier}, as +18335550100 would be.`,
        evidence: [
          { source: 'x', parameter: 'error', range: { from: at, to: at + 13 } },
          { source: 'x', parameter: 'code_verifier', range: { from: 20, to: 30 } },
        ],
      }),
    ]);
    expect(findings[0]?.why).toBe(
      'It was masked-code_verifier-1-43chars, as +18335550100 would be.',
    );
    const quoted = findings[0]?.evidence.map(({ range }) => text.slice(range?.from, range?.to));
    expect(quoted).toEqual(['invalid_grant', 'masked-code_verifier-1-43chars']);
  });

  it('keep of a comparison where it differs and by which class, and no part of the secret', () => {
    const { findings } = shownOf(`code_verifier=${verifier}`, [
      found({
        comparison: [
          {
            label: 'What you sent',
            segments: [
              { text: verifier, tone: 'plain' },
              { text: '%0A', tone: 'invisible' },
            ],
          },
          {
            label: 'Where they part',
            segments: [
              { text: verifier.slice(0, 20), tone: 'plain' },
              { text: '+a1/', tone: 'differs' },
              { text: verifier.slice(24), tone: 'plain' },
            ],
          },
          { label: 'Method', segments: [{ text: 'S256', tone: 'plain' }] },
        ],
      }),
    ]);
    const rows = findings[0]?.comparison?.map(({ segments }) => segments.map(({ text }) => text));
    expect(rows).toEqual([
      ['masked-code_verifier-1-43chars', '%0A'],
      ['[20 characters]', '+[2 letters and digits]/', '[19 characters]'],
      ['S256'],
    ]);
  });
});

describe('the label of a text', () => {
  it('is read as what it stood for', () => {
    const { shown, originals } = hide({
      ...recognise(`password=a%26b1cdefg&x=1`),
      findings: [],
    });
    const [label = ''] = shown.removed.map((one) => one.label);
    expect(readMask(label)).toMatchObject({ kind: 'password' });
    expect(originals.get(label)).toBe('a%26b1cdefg');
  });
});

describe('a paste that was made to cost time', () => {
  const size = 100_000;
  const filled = (part: string): string =>
    part.repeat(Math.ceil(size / part.length)).slice(0, size);
  it.each([
    'a',
    '{',
    '"',
    '\\',
    ' ',
    ':',
    '+1 ',
    'secret=',
    'password: ',
    '_code_',
    'token&',
    'secret!',
    'a-b-code',
    '_',
    'password,code\n',
    '{"value":"a",',
    'password: |\n ',
    '<a>\n',
    '"password":"',
    'Basic ',
    'eyJ',
    'a:',
    'a@',
    '1.',
    '%3D',
    '<a ',
    'login(',
    'cookie: a=b;',
    'U0pDMTFQMDFQQVMwMXxF',
    'token (',
    '^"^',
  ])('is answered: %j over and over', (part) => {
    const startedAt = performance.now();
    hide({ ...recognise(filled(part)), findings: [] });
    // A bound against what grows with the square; it takes some 50 ms on a quiet machine.
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
