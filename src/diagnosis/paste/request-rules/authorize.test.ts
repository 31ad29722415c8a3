import { describe, expect, it } from 'vitest';
import type { AppSettings } from '#app-settings/app.ts';
import { authorizeUrl, desktopApp, pageApp, serverApp, told, verifier } from '../testing/told.ts';

type Row = [id: string, paste: string, settings?: AppSettings];

const off = undefined;
const plainRedirect = (uri: string): string =>
  `${authorizeUrl({ redirect_uri: off })}&redirect_uri=${uri}`;

const positive: Row[] = [
  ['LINT-005', `${authorizeUrl()}&state=another`],
  ['LINT-006', authorizeUrl({ client_id: off, clientId: 'TESTclientId0000000001' })],
  ['LINT-006', authorizeUrl({ redirect_uri: off, redirect_url: 'https://app.example.com/cb' })],
  [
    'LINT-006',
    authorizeUrl({
      code_challenge: off,
      code_challange: 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg',
    }),
  ],
  ['LINT-010', authorizeUrl({ client_id: off })],
  ['LINT-010', authorizeUrl({ client_id: 'undefined' })],
  ['LINT-011', authorizeUrl({ response_type: off })],
  ['LINT-011', authorizeUrl({ response_type: 'Code' })],
  ['LINT-012', authorizeUrl({ response_type: 'token' })],
  ['LINT-013', authorizeUrl({ client_secret: 'TESTsecretTESTsecretTESTsecret01' })],
  ['LINT-014', authorizeUrl({ redirect_uri: off })],
  ['LINT-015', authorizeUrl({ redirect_uri: 'https://app.example.com/#/cb' })],
  ['LINT-016', authorizeUrl({ redirect_uri: '/cb' })],
  ['LINT-016', authorizeUrl({ redirect_uri: 'https://app.example.com/c b' })],
  ['LINT-017', authorizeUrl({ redirect_uri: 'http://app.example.com/cb' })],
  ['LINT-018', authorizeUrl({ redirect_uri: 'http://localhost:3000/cb' })],
  ['LINT-019', authorizeUrl({ redirect_uri: 'https://app.example.com/cb/' }), serverApp],
  ['LINT-019', authorizeUrl({ redirect_uri: 'http://localhost/cb' }), desktopApp],
  ['LINT-020', authorizeUrl({ redirect_uri: 'https%3A%2F%2Fapp.example.com%2Fcb' })],
  ['LINT-021', plainRedirect('https://app.example.com/cb?tenant=7&step=2')],
  ['LINT-022', authorizeUrl({ redirect_uri: 'myapp://cb' })],
  ['LINT-023', authorizeUrl({ redirect_uri: 'data:text/html,x' })],
  ['LINT-024', authorizeUrl({ redirect_uri: 'https://*.example.com/cb' })],
  ['LINT-024', authorizeUrl({ redirect_uri: 'https://a1b2.ngrok.io/cb' })],
  [
    'LINT-025',
    authorizeUrl({ redirect_uri: 'https://app.example.com/go?next=https://other.example.net/' }),
  ],
  ['LINT-030', authorizeUrl({ state: off, code_challenge: off, code_challenge_method: off })],
  ['LINT-031', authorizeUrl({ state: '123456' })],
  ['LINT-031', authorizeUrl({ state: '1764230400123' })],
  [
    'LINT-032',
    `${authorizeUrl()}\n${authorizeUrl({ code_challenge: 'kYL9fmeVqz1aD3ZNWCG1YFUWUJaSUJfrgEAuauQuFNs' })}`,
  ],
  [
    'LINT-033',
    authorizeUrl({ state: Buffer.from('{"back":"/settings","user":101}').toString('base64url') }),
  ],
  ['LINT-033', authorizeUrl({ state: 'https://app.example.com/settings' })],
  ['LINT-034', authorizeUrl({ state: 'p9Jq2mVx7R+Lw3Zt0aBc4Q' })],
  ['LINT-040', authorizeUrl({ code_challenge: off, code_challenge_method: off }), pageApp],
  ['LINT-041', authorizeUrl({ code_challenge_method: off })],
  ['LINT-041', authorizeUrl({ code_challenge_method: 'plain' })],
  ['LINT-042', authorizeUrl({ code_challenge_method: 's256' })],
  ['LINT-043', authorizeUrl({ code_challenge: off })],
  ['LINT-044', authorizeUrl({ code_challenge: 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=' })],
  [
    'LINT-045',
    authorizeUrl({
      code_challenge: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    }),
  ],
  ['LINT-046', `${authorizeUrl({ code_challenge: verifier })}\ncode_verifier=${verifier}`],
  ['LINT-047', authorizeUrl({ code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' })],
  ['LINT-049', authorizeUrl({ code_verifier: verifier })],
  [
    'LINT-050',
    authorizeUrl({}, 'https://platform.devtest.ringcentral.com/restapi/oauth/authorize'),
  ],
  ['LINT-050', authorizeUrl({}, 'https://platform.ringcentral.com/oauth/authorize')],
  ['LINT-050', authorizeUrl({}, 'https://www.ringcentral.com/restapi/oauth/authorize')],
  ['LINT-051', authorizeUrl({ scope: 'ReadAccounts,SMS' })],
  ['LINT-0A1', `fetch("${authorizeUrl()}", { "method": "GET", "mode": "cors" })`],
  ['LINT-0A1', `<iframe src="${authorizeUrl()}"></iframe>`],
  ['LINT-0A2', authorizeUrl({ username: '101', password: 'NotARealPassword7' })],
];

const negative: Row[] = [
  ['LINT-005', `${authorizeUrl()}&brand_option=1&brand_option=2`],
  ['LINT-006', authorizeUrl({ localeId: 'en_US', brand_id: '1210' })],
  [
    'LINT-010',
    `const url = "https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=" + CLIENT_ID`,
  ],
  ['LINT-011', authorizeUrl()],
  ['LINT-012', authorizeUrl()],
  ['LINT-013', authorizeUrl()],
  [
    'LINT-014',
    `"https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&client_id=a&redirect_uri=" + uri`,
  ],
  ['LINT-015', authorizeUrl()],
  ['LINT-016', authorizeUrl({ redirect_uri: 'com.example.app:/cb' })],
  ['LINT-017', authorizeUrl({ redirect_uri: 'http://127.0.0.1:3000/cb' })],
  ['LINT-018', authorizeUrl({ redirect_uri: 'http://127.0.0.1:3000/cb' })],
  ['LINT-019', authorizeUrl(), serverApp],
  ['LINT-019', authorizeUrl({ redirect_uri: 'http://127.0.0.1:51234/cb' }), desktopApp],
  ['LINT-020', authorizeUrl({ redirect_uri: 'https://app.example.com/cb?x=a%2Fb' })],
  ['LINT-021', authorizeUrl({ redirect_uri: 'https://app.example.com/cb?tenant=7&step=2' })],
  ['LINT-022', authorizeUrl({ redirect_uri: 'com.example.app:/cb' })],
  ['LINT-023', authorizeUrl()],
  ['LINT-024', authorizeUrl()],
  ['LINT-025', authorizeUrl({ redirect_uri: 'https://app.example.com/cb?tenant=7' })],
  ['LINT-030', authorizeUrl()],
  ['LINT-031', authorizeUrl()],
  ['LINT-031', authorizeUrl({ state: '██' })],
  ['LINT-032', `${authorizeUrl()}\n${authorizeUrl()}`],
  ['LINT-033', authorizeUrl()],
  ['LINT-034', authorizeUrl()],
  ['LINT-040', authorizeUrl(), pageApp],
  ['LINT-041', authorizeUrl()],
  ['LINT-042', authorizeUrl()],
  ['LINT-043', authorizeUrl()],
  ['LINT-044', authorizeUrl()],
  ['LINT-045', authorizeUrl()],
  ['LINT-046', `${authorizeUrl()}\ncode_verifier=***`],
  ['LINT-047', authorizeUrl()],
  ['LINT-049', authorizeUrl()],
  ['LINT-050', authorizeUrl()],
  ['LINT-051', authorizeUrl()],
  ['LINT-0A1', `location.assign("${authorizeUrl()}")`],
  ['LINT-0A2', authorizeUrl()],
];

describe('a pasted authorization URL', () => {
  it.each(positive)('shows %s: %s', async (id, paste, settings) => {
    expect((await told(paste, settings)).map((one) => one.id)).toContain(id);
  });

  it.each(negative)('does not show %s: %s', async (id, paste, settings) => {
    expect((await told(paste, settings)).map((one) => one.id)).not.toContain(id);
  });

  it('has nothing wrong and no risk where all is well', async () => {
    const findings = await told(authorizeUrl(), serverApp);
    expect(findings.filter(({ kind }) => kind === 'wrong' || kind === 'risk')).toEqual([]);
  });

  it.each([
    ['https://app.example.com/cb/', 'a slash at the end'],
    ['http://app.example.com/cb', 'http for https'],
    ['https://www.app.example.com/cb', 'www. in front'],
    ['https://app.example.com:443/cb', 'the default port, 443'],
    ['https://app.example.com:8443/cb', 'another port'],
    ['https://app.example.com/CB', 'capitals and small letters in the path'],
    ['https://app.example.com/cb?tenant=7', 'a query that the other does not have'],
    ['https://other.example.net/cb', 'another host'],
  ])('LINT-019 names how %s misses the registered one', async (uri, words) => {
    const [first] = await told(authorizeUrl({ redirect_uri: uri }), serverApp);
    expect(first?.id).toBe('LINT-019');
    expect(first?.title).toContain(words);
    expect(first?.comparison?.some(({ verdict }) => verdict === 'differs')).toBe(true);
  });

  it('says where the parameter stands', async () => {
    const paste = `It fails.\n${authorizeUrl({ code_challenge_method: 's256' })}`;
    const [first] = await told(paste);
    const range = first?.evidence[0]?.range;
    expect(paste.slice(range?.from, range?.to)).toContain('code_challenge_method=s256');
  });
});
