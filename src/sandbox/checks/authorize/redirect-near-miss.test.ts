import { describe, expect, it } from 'vitest';
import { good, makeAuthorizeSandbox } from '../../testing/authorize-sandbox.ts';
import { errorLocation } from './redirect-answer.ts';
import { matchRedirectUri } from './redirect-match.ts';

const native = { mode: 'exact', variablePort: true } as const;
const json = { accept: 'application/json' };

/** A native app with these redirect URIs, asked for another: status, rule and where the answer goes. */
async function asked(redirectUris: string[], redirect_uri: string) {
  const { addApp, ask } = await makeAuthorizeSandbox();
  await addApp({ platformType: 'DesktopOther', redirectUris });
  const sent = { ...good, client_id: 'test-app', redirect_uri, response_type: 'x' };
  const { status, rule, location } = await ask(sent, json);
  return [status, rule, location?.split('?')[0] ?? null];
}

describe('RFC 8252 section 7.3: an http loopback URI, and only its port', () => {
  it.each([
    ['http where https is registered', 'https://127.0.0.1:8000/cb', 'http://127.0.0.1:9000/cb'],
    ['https where http is registered', 'http://127.0.0.1:8000/cb', 'https://127.0.0.1:9000/cb'],
    ['http without a port', 'https://[::1]/cb', 'http://[::1]/cb'],
  ])('AS-038 %s', async (_what, registered, requested) => {
    const [status, , location] = await asked([registered], requested);
    expect([status, location]).toEqual([400, null]);
  });

  it('AS-035 another scheme is no matter of the port or of the name', async () => {
    const refused = await asked(['https://127.0.0.1/cb'], 'http://127.0.0.1/cb');
    expect(refused).toEqual([400, 'AS-035', null]);
  });
});

describe('RFC 6749 section 3.1.2.4: a URI that is not registered', () => {
  it.each([
    ['three characters differ: a slip', 'https://app.example/abc', 'AS-035'],
    ['four differ: another URI', 'https://app.example/abcd', 'AS-028'],
  ])('%s', async (_what, requested, rule) => {
    const registered = requested.replace(/\/[a-d]+$/, (path) => path.toUpperCase());
    expect(await asked([registered], requested)).toEqual([400, rule, null]);
  });

  it('has no nearest where none is registered, rather than an undefined one', () => {
    expect(matchRedirectUri('https://a.example/', [], native)).toStrictEqual({
      kind: 'mismatch',
      rule: 'AS-028',
    });
  });
});

describe('RFC 6749 section 3.1.2: the answer goes to the URI as it is registered', () => {
  it.each([
    // U+1F600 is F0 9F 98 80 in UTF-8 (RFC 3629), whole or not at all.
    ['https://app.example/😀', 'https://app.example/%F0%9F%98%80?error='],
    ['https://app.example/é/漢', 'https://app.example/%C3%A9/%E6%BC%A2?error='],
    ['https://app.example/cb?', 'https://app.example/cb?error='],
    ['https://app.example/cb?a=1&', 'https://app.example/cb?a=1&error='],
    ['https://app.example/cb?a=1', 'https://app.example/cb?a=1&error='],
  ])('AS-014, AS-043 %s', async (registered, begins) => {
    const { addApp, ask } = await makeAuthorizeSandbox();
    await addApp({ redirectUris: [registered] });
    const { location } = await ask({
      ...good,
      client_id: 'test-app',
      redirect_uri: registered,
      response_type: 'x',
    });
    expect(location?.slice(0, begins.length)).toBe(begins);
  });

  it('AS-008 error_description has no quote, no backslash and nothing beyond ASCII', () => {
    const target = { redirectUri: 'https://app.example/cb', mode: 'query' } as const;
    const message = 'say "a\\b"\né';
    const location = errorLocation(target, { code: 'SANDBOX-SCOPE-2', rule: 'AS-054', message });
    expect(new URL(location).searchParams.get('error_description')).toBe("say 'a?b'??");
  });
});
