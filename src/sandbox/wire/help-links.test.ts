import { describe, expect, it } from 'vitest';
import { basic, makeTestSandbox, origin } from '../testing/test-sandbox.ts';

const entry = (code: string) => `<${origin}/reference/errors/#${code}>; rel="describedby"`;

describe('a refusal says where it is explained', () => {
  it('at the token endpoint, and the body stays as it was', async () => {
    const { post } = makeTestSandbox();
    const answer = await post(
      '/restapi/oauth/token',
      { grant_type: 'nonsense' },
      basic('sandbox-server-web'),
    );
    expect(answer.status).toBe(400);
    expect(answer.headers.get('link')).toBe(entry('oau-250'));
    expect(Object.keys((await answer.json()) as object)).toEqual([
      'error',
      'errors',
      'error_description',
    ]);
  });

  it('at the API, also to a page of another origin', async () => {
    const { send } = makeTestSandbox();
    const answer = await send('/restapi/v1.0/account/~/extension/~', {
      headers: { origin: 'https://app.example' },
    });
    expect([answer.status, answer.headers.get('link')]).toEqual([401, entry('agw-401')]);
    expect(answer.headers.get('access-control-expose-headers')).toContain('Link');
  });

  it('on a page before the redirect URI is trusted, which links there too', async () => {
    const { send } = makeTestSandbox();
    const answer = await send('/restapi/oauth/authorize?response_type=code&client_id=nobody');
    expect([answer.status, answer.headers.get('link')]).toEqual([400, entry('oau-153')]);
    expect(await answer.text()).toContain('<a href="/reference/errors/#oau-153">');
  });

  it('beside a refusal that goes to the app by redirect', async () => {
    const { send } = makeTestSandbox();
    const query = new URLSearchParams({
      response_type: 'nonsense',
      client_id: 'sandbox-server-web',
      redirect_uri: 'http://localhost:5000/oauth2callback',
    });
    const answer = await send(`/restapi/oauth/authorize?${query}`);
    expect([answer.status, answer.headers.get('link')]).toEqual([
      302,
      entry('sandbox-authorize-2'),
    ]);
  });

  it('as error_uri where the policy has the envelope of the RFC', async () => {
    const { post, setPolicy } = makeTestSandbox();
    await setPolicy({ errorShape: 'rfc' });
    const answer = await post(
      '/restapi/oauth/token',
      { grant_type: 'nonsense' },
      basic('sandbox-server-web'),
    );
    expect(await answer.json()).toEqual({
      error: 'unsupported_grant_type',
      error_description: expect.any(String) as string,
      error_uri: `${origin}/reference/errors/#oau-250`,
    });
  });

  it('and no answer that is none', async () => {
    const { send } = makeTestSandbox();
    const answer = await send('/.well-known/oauth-authorization-server');
    expect([answer.status, answer.headers.get('link')]).toEqual([200, null]);
  });
});
