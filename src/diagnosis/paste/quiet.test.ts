import { describe, expect, it } from 'vitest';
import { certaintyOf } from '../finding.ts';
import { diagnosePaste } from './diagnose-paste.ts';

const now = Date.parse('2026-11-20T10:00:00Z');
const findingsOf = async (paste: string) => (await diagnosePaste(paste, { now })).findings;

describe('nothing is wrong', () => {
  it.each([
    [
      'a program that waited as it was told and went on',
      '02:00:01 POST /restapi/oauth/token 429 retry-after=30\n02:00:31 POST /restapi/oauth/token 200',
    ],
    [
      'a log of sign-ins and refreshes',
      '2026-11-20T08:00:00Z auth: signed in, expires_in=3600\n2026-11-20T08:58:00Z auth: refreshed, expires_in=3600',
    ],
    [
      'settings that are to be filled in',
      '# fill in\nRC_SERVER_URL=https://platform.ringcentral.com\nRC_APP_CLIENT_ID=',
    ],
  ])('%s', async (_, paste) => {
    const wrong = (await findingsOf(paste)).filter(
      ({ kind }) => kind === 'wrong' || kind === 'risk',
    );
    expect(wrong.map(({ title }) => title)).toEqual([]);
  });

  it('a 429 behind which nothing went on is told', async () => {
    const [found] = await findingsOf(
      '02:00:01 POST /restapi/oauth/token 200\n02:00:31 POST /restapi/oauth/token 429',
    );
    expect([found?.id, found?.kind]).toEqual(['CMN-301', 'wrong']);
  });
});

describe('what libraries say', () => {
  it.each([
    'Laravel\\Socialite\\Two\\InvalidStateException at callback',
    'mismatching_state: CSRF Warning! State not equal in request and response.',
    'Authentication failure! csrf_detected: OmniAuth::Strategies::OAuth2::CallbackError',
    'Error: No matching state found in storage',
  ])('LINT-111: %s', async (paste) => {
    const [found] = await findingsOf(paste);
    expect(found?.id).toBe('LINT-111');
    expect(found && certaintyOf(found)).toBe('likely');
  });

  it.each([
    ['platform.ringcentral.co', 'java.net.UnknownHostException: platform.ringcentral.co'],
    ['platform.ringcental.com', 'Error: getaddrinfo ENOTFOUND platform.ringcental.com'],
  ])('LINT-050: a host that is nearly RingCentral’s, %s', async (host, paste) => {
    const [found] = await findingsOf(paste);
    expect(found?.id).toBe('LINT-050');
    expect(found?.title).toContain(host);
  });

  it('LINT-184: RingCentral’s own host that could not be resolved is not misspelt', async () => {
    const [found] = await findingsOf('Error: getaddrinfo ENOTFOUND platform.ringcentral.com');
    expect(found?.id).toBe('LINT-184');
  });
});

it('LINT-179: quotes inside the quotes of a JWT', async () => {
  const jwt = `eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL3BsYXRmb3JtLnJpbmdjZW50cmFsLmNvbSIsImV4cCI6MzkwOTI1MTYyN30.${'EXAMPLE'.repeat(8)}`;
  const [found] = await findingsOf(`platform.login(jwt='"${jwt}"')`);
  expect(found?.title).toMatch(/^There are quotes inside/);
  const inJson = await findingsOf(`{"jwt":"${jwt}"}`);
  expect(inJson.map(({ title }) => title).join()).not.toMatch(/quotes/i);
});

describe('what other programs say', () => {
  it.each([
    ['LINT-111', 'AuthorizationCallbackError: state mismatch, expected abc, got undefined'],
    ['LINT-111', '[next-auth][error][OAUTH_CALLBACK_ERROR] State cookie was missing.'],
    ['LINT-184', 'HTTP/1.1 407 Proxy Authentication Required'],
    [
      'LINT-184',
      'cURL error 28: Connection timed out after 30000 ms for https://platform.ringcentral.com/restapi/oauth/token',
    ],
  ])('%s: %s', async (id, paste) => {
    const [found] = await findingsOf(paste);
    expect(found?.id).toBe(id);
    expect(found && certaintyOf(found)).toBe('likely');
  });

  it('LINT-184: a certificate that is not trusted is told as such, whatever raised it', async () => {
    const [found] = await findingsOf(
      'javax.net.ssl.SSLHandshakeException: PKIX path building failed (https://platform.ringcentral.com)',
    );
    expect(found?.title).toMatch(/certificate/);
  });

  it('LINT-019: two addresses of a ticket that differ by a slash', async () => {
    const [found] = await findingsOf(
      'OAU-109. We send https://crm.example.com/cb/ and the console has https://crm.example.com/cb',
    );
    expect(found?.title).toMatch(/slash/);
    expect(found && certaintyOf(found)).toBe('likely');
  });
});
