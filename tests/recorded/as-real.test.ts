import { describe, expect, it } from 'vitest';
import type { AppSettings } from '#app-settings/app.ts';
import { type About, caseOf } from '#diagnosis/case.ts';
import { certaintyOf } from '#diagnosis/finding.ts';
import { explainReal } from '#diagnosis/real/explain-real.ts';
import { noveltiesOf } from '#diagnosis/real/novelty.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { asReal } from './as-real.ts';

const answers = asReal();
const of = (id: string): Exchange => {
  const found = answers.find((each) => each.id === id);
  if (!found) throw new Error(`no recording ${id}`);
  return found.exchange;
};
const tell = (exchange: Exchange, about: About = {}) => explainReal(caseOf(exchange, [], about));

/** What each is, typed by hand: the rule or code, and how sure. `well`: nothing to tell. */
const expected: Record<string, string> = {
  'token-ropc-incomplete': 'LINT-220 likely',
  'token-ropc-wrong': 'OAU-140 likely',
  'token-unknown-client': 'OAU-153 certain',
  'token-unknown-client-2025': 'OAU-153 certain',
  'token-empty-client': 'OAU-153 certain',
  'token-no-client-auth': 'LINT-174 certain',
  'token-code-client-id-only': 'well',
  'token-grant-refused-2017': 'OAU-251 likely',
  'token-grant-refused-2017b': 'OAU-251 likely',
  'token-grant-refused-2023': 'OAU-251 likely',
  'token-grant-unknown': 'LINT-155 certain',
  'authorize-redirect-mismatch': 'LINT-019 certain',
  'token-redirect-mismatch-2024': 'OAU-109 likely',
  'authorize-no-redirect-uri': 'OAU-113 likely',
  'authorize-no-redirect-uri-2026': 'OAU-113 likely',
  'authorize-implicit-refused': 'OAU-112 likely',
  'token-expired': 'OAU-210 certain',
  'token-revoked': 'OAU-211 certain',
  'token-not-found': 'OAU-213 likely',
  'token-realm': 'OAU-167 likely',
  'token-503': 'LINT-220 likely',
  'token-third-party-apps': 'CMN-408 certain',
  'token-jwt-signature': 'OAU-345 certain',
  'token-jwt-other-app': 'OAU-473 certain',
  'token-jwt-algorithm': 'OAU-347 likely',
  'token-password': 'well',
  'token-no-refresh': 'well',
  'token-sdk-fixture': 'well',
  'revoke-ok': 'well',
  'revoke-empty': 'CMN-101 certain',
  'revoke-invalid-client': 'OAU-164 likely',
  'api-scope-missing': 'LINT-259 likely',
  'api-scope-missing-docs': 'LINT-259 likely',
  'api-user-permission': 'CMN-408 certain',
  'api-token-garbage-2026': 'OAU-213 likely',
  'api-unknown-uri': 'CMN-120 likely',
  'api-account-not-found': 'CMN-102 likely',
  'api-rate-limit': 'CMN-301 certain',
  'api-token-invalid-2017': 'OAU-149 likely',
  'api-old-access-token': 'OAU-129 likely',
  'api-extension': 'well',
  'api-rate-headers': 'well',
};

describe('a recorded answer as one of a real server', () => {
  it('is expected for each that a request can have', () => {
    expect(answers.map(({ id }) => id)).toEqual(Object.keys(expected));
  });

  it.each(Object.entries(expected))('%s is told as %s', async (id, wanted) => {
    const found = await tell(of(id));
    expect(found ? `${found.id} ${certaintyOf(found)}` : 'well').toBe(wanted);
    if (!found) return;
    const { title, why, fix = '', lacks = '', claims, unseen } = found;
    const words = [title, why, fix, lacks, ...claims.map(({ text }) => text), ...unseen].join('\n');
    expect(words).not.toMatch(/the sandbox|SANDBOX-|npm start|undefined/i);
    expect(why).not.toBe('');
    expect(unseen).toContain('the settings of your app at RingCentral');
  });

  it('is not new, but for one whose text was cut', () => {
    const news = answers.flatMap(({ id, exchange }) =>
      noveltiesOf(exchange).length > 0 ? [id] : [],
    );
    expect(news).toEqual(['token-grant-refused-2023']);
  });
});

const withBody = (id: string, body: object, status = 400): Exchange => ({
  ...of(id),
  response: { status, headers: [], body: JSON.stringify(body) },
});
const refusal = (errorCode: string, message: string, error = 'invalid_grant') => ({
  error,
  errors: [{ errorCode, message }],
  error_description: message,
});

describe('what the catalogue does not have is said to be new', () => {
  it('a code', async () => {
    const found = await tell(withBody('token-expired', refusal('OAU-999', 'Something odd')));
    expect(found?.title).toBe('OAU-999 is new to this site');
    expect(found?.why).toContain('“Something odd”');
    expect(found?.news).toEqual([
      { what: 'code', value: 'OAU-999' },
      { what: 'text', value: 'Something odd', of: 'OAU-999' },
    ]);
  });

  it('a text, with a code that is known: the code is explained all the same', async () => {
    const found = await tell(withBody('token-expired', refusal('OAU-210', 'The token is stale')));
    expect(found?.id).toBe('OAU-210');
    expect(found?.claims[1]).toEqual({
      text: 'The text “The token is stale” is new to this site for OAU-210.',
      certainty: 'certain',
    });
  });

  it('an error, and a status with a code that always had another', () => {
    expect(noveltiesOf(withBody('token-expired', { error: 'invalid_dance' }))).toEqual([
      { what: 'error', value: 'invalid_dance' },
    ]);
    const late = withBody('token-expired', refusal('OAU-213', 'Token not found'), 418);
    expect(noveltiesOf(late)).toEqual([{ what: 'status', value: '418', of: 'OAU-213' }]);
  });

  it.each(['', '<!doctype html><title>502', '[]', '7', '{"error":{}}'])(
    'nothing of %j, which names nothing',
    async (body) => {
      const odd = { ...of('token-expired'), response: { status: 502, headers: [], body } };
      expect(noveltiesOf(odd as Exchange)).toEqual([]);
      expect(await tell(odd as Exchange)).toMatchObject({ id: 'LINT-220' });
    },
  );
});

describe('the settings of the app', () => {
  const settings: AppSettings = {
    name: 'Mine',
    portal: 'current',
    audience: 'private',
    methods: ['three-legged'],
    platformType: 'ServerWeb',
    issueRefreshTokens: true,
    redirectUris: ['https://app.example/cb'],
    scopes: ['ReadCallLog'],
  };
  const app = {
    clientId: 'app-of-mine',
    clientType: 'confidential',
    redirectUris: settings.redirectUris,
    settings,
  } as const;

  it.each(['token-grant-refused-2017', 'authorize-no-redirect-uri', 'api-scope-missing'])(
    '%s: they are asked for while they are not known',
    async (id) => {
      const found = await tell(of(id));
      expect(found?.asksForSettings).toBe(true);
      expect(found?.lacks).toContain('fill in the checker’s form');
    },
  );

  it('decide what they decide, once they are known, and no setting of the sandbox is offered', async () => {
    const exchange = of('token-grant-refused-2017b');
    const request = { ...exchange.request, headers: [] };
    const found = await tell({ ...exchange, request }, { app });
    expect(found?.asksForSettings).toBe(false);
    expect(found && certaintyOf(found)).toBe('certain');
    expect(found?.setting?.clientId).toBe(app.clientId);
    expect(found?.claims.at(-1)?.text).toContain('cannot check');
    expect(found?.unseen.join()).not.toContain('settings');
    expect(JSON.stringify(found?.actions)).not.toContain('change-setting');
  });

  it('name the scope that is missing', async () => {
    const found = await tell(of('api-scope-missing'), { app });
    expect(found).toMatchObject({ id: 'LINT-259', asksForSettings: false });
    expect(found && certaintyOf(found)).toBe('certain');
  });
});

describe('no answer from a real server', () => {
  it.each([
    ['unreadable', 'but this page may not read it', 'certain'],
    ['silent', 'Nothing answers', 'likely'],
    ['redirected', 'a redirect', 'certain'],
    ['mixed-content', 'over https', 'certain'],
    ['policy', 'own policy', 'certain'],
    ['offline', 'offline', 'certain'],
  ] as const)('%s is told as such', async (cause, words, certainty) => {
    const { id, from, to, server, startedAt, request } = of('token-expired');
    const sent: Exchange = { id, from, to, server, startedAt, request };
    const found = await tell({ ...sent, failure: { kind: 'unreachable', message: '', cause } });
    expect(found?.title).toContain(words);
    expect(found && certaintyOf(found)).toBe(certainty);
  });
});
