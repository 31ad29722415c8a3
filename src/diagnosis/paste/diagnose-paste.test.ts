import { describe, expect, it } from 'vitest';
import type { AppSettings } from '#app-settings/app.ts';
import { certaintyOf } from '../finding.ts';
import { diagnosePaste } from './diagnose-paste.ts';

const now = Date.parse('2026-11-27T12:00:00Z');
const token = 'https://platform.ringcentral.com/restapi/oauth/token';
const refusal = (error: string, code: string, message: string): string =>
  JSON.stringify({ error, errors: [{ errorCode: code, message }], error_description: message });

const webApp: AppSettings = {
  name: 'App',
  portal: 'current',
  audience: 'private',
  methods: ['three-legged'],
  platformType: 'ServerWeb',
  issueRefreshTokens: false,
  redirectUris: ['https://shop.example/cb'],
  scopes: ['ReadAccounts'],
};

async function firstOf(pasted: string, settings?: AppSettings) {
  const { findings } = await diagnosePaste(pasted, { settings, now });
  const [first] = findings;
  if (!first) throw new Error('Nothing was found');
  return { ...first, certainty: certaintyOf(first), findings };
}

describe('the verdict on a paste', () => {
  it('goes by the code, then by the text, and never by `error` alone', async () => {
    const body = refusal('invalid_request', 'OAU-473', 'Unauthorized for this grant type');
    expect(await firstOf(body)).toMatchObject({ id: 'OAU-473', certainty: 'certain' });
    expect(await firstOf('Redirect URIs do not match')).toMatchObject({
      id: 'OAU-109',
      certainty: 'likely',
    });
    const alone = await firstOf('{"error":"invalid_grant"}');
    expect(alone).toMatchObject({ id: 'LINT-211', certainty: 'cannot tell' });
    expect(alone.why).toContain('OAU-213');
    expect(alone.lacks).toContain('errorCode');
  });

  it('tells both texts of a code, with the years', async () => {
    const { why } = await firstOf(refusal('', 'OAU-149', 'Unparsable access token'));
    expect(why).toMatch(/“OAuth token is invalid” \(2026\)/);
  });

  it('lets the settings decide, with their rule', async () => {
    const refresh = `curl -u id:secret -d grant_type=refresh_token -d refresh_token=abc ${token}\n`;
    const body = refusal('unauthorized_client', 'OAU-251', 'Unauthorized for this grant type');
    expect(await firstOf(refresh + body, webApp)).toMatchObject({
      id: 'X8',
      code: 'OAU-251',
      certainty: 'certain',
      setting: { rule: 'X8' },
    });
    expect(await firstOf('Error: Refresh token is missing', webApp)).toMatchObject({ id: 'X8' });
    const jwtOnly: AppSettings = { ...webApp, methods: ['jwt'], redirectUris: [] };
    delete jwtOnly.platformType;
    const none = refusal('', 'OAU-113', 'No redirect uri is registered for the client');
    expect(await firstOf(none, jwtOnly)).toMatchObject({
      id: 'X21',
      title: 'The app has no redirect URI, so nobody can sign in to it',
    });
  });

  it('says how an address differs from the registered one, also of what is told in words', async () => {
    const { title, comparison } = await firstOf(
      'OAU-109, our program has https://shop.example/cb/ in its settings',
      webApp,
    );
    expect(title).toContain('a slash at the end');
    expect(comparison).toHaveLength(2);
  });

  it('tells one finding for one refusal: what the request shows in the place of the code', async () => {
    const swapped = btoa('undefined:undefined');
    const { id, code, findings } = await firstOf(
      `curl -H "Authorization: Basic ${swapped}" -d grant_type=refresh_token -d refresh_token=a ${token}\n${refusal('invalid_client', 'OAU-153', 'Invalid client: undefined')}`,
    );
    expect({ id, code }).toEqual({ id: 'LINT-169', code: 'OAU-153' });
    expect(findings.filter(({ kind }) => kind === 'wrong')).toHaveLength(1);
  });

  it('tells what a code excludes, each with the code that it would have had', async () => {
    const { excluded = [] } = await firstOf(refusal('', 'OAU-113', 'No redirect uri'));
    expect(excluded.map(({ code }) => code)).toContain('OAU-109');
    expect(excluded.map(({ code }) => code)).not.toContain('OAU-113');
  });

  it('concludes nothing from what a paste does not show', async () => {
    const covered = `GET /restapi/v1.0/account/~ HTTP/1.1\nHost: platform.ringcentral.com\nAuthorization: ██\n\nHTTP/1.1 401 Unauthorized\n\n${JSON.stringify({ errorCode: 'TokenExpired', errors: [{ errorCode: 'OAU-128', message: 'Access token expired.' }] })}`;
    expect((await firstOf(covered)).id).toMatch(/OAU-128|LINT-258/);
    const twice = `POST /restapi/oauth/token HTTP/1.1\nHost: platform.ringcentral.com\nAuthorization: Basic ***\n\ngrant_type=authorization_code&code=***&redirect_uri=https%3A%2F%2Fshop.example%2Fcb`;
    const { findings } = await diagnosePaste(`${twice}\n\n${twice}`, { now });
    expect(findings.filter(({ kind }) => kind === 'wrong')).toEqual([]);
  });

  it('tells how to get the answer that a client threw away', async () => {
    const log = `requests.exceptions.HTTPError: 400 Client Error: Bad Request for url: ${token}`;
    const { certainty, lacks } = await firstOf(log);
    expect(certainty).toBe('cannot tell');
    expect(lacks).toContain('print(response.text)');
  });

  it('is never surer than likely of what somebody tells', async () => {
    const told = await firstOf('Our users have to sign in again every hour');
    expect(told).toMatchObject({ id: 'LINT-216', certainty: 'likely' });
    const nothing = await firstOf('It does not work, please help');
    expect(nothing).toMatchObject({ id: 'LINT-001', certainty: 'cannot tell' });
    expect(nothing.lacks).not.toBe('');
  });

  it('finds nothing wrong where all is well', async () => {
    const well = `curl -u "$ID:$SECRET" -d grant_type=refresh_token -d refresh_token="$RT" ${token}\n{"access_token":"***","token_type":"bearer","expires_in":3600,"refresh_token":"***"}`;
    const { findings } = await diagnosePaste(well, { settings: webApp, now });
    expect(findings.filter(({ kind }) => kind === 'wrong' || kind === 'risk')).toEqual([]);
  });

  it('gives each finding its place in the text', async () => {
    const pasted = `first a line\n${refusal('', 'OAU-108', 'Authorization code is expired')}`;
    const { text, findings } = await diagnosePaste(pasted, { now });
    const range = findings[0]?.evidence[0]?.range;
    expect(text.slice(range?.from, range?.to)).toContain('OAU-108');
  });

  it.each(['\n', 'OAU-', '{', 'for each map (', 'www-authenticate: Bearer realm="'])(
    'is told in a moment of a text that is made to take long: %j',
    async (part) => {
      const text = part.repeat(Math.ceil(60_000 / part.length));
      const before = process.cpuUsage();
      await diagnosePaste(text, { now });
      // Of processor time, so that a busy machine does not count.
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(2_500);
    },
  );
});
