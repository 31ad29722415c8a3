import { describe, expect, it } from 'vitest';
import { StoreProblem } from '../store/store-problem.ts';
import { basic, makeTestSandbox, origin } from '../testing/test-sandbox.ts';

const entry = (code: string) => `<${origin}/reference/errors/#${code}>; rel="describedby"`;
/** This exchange in the diagnoser, by the id that the answer itself carries. */
const event = ({ headers }: Response) =>
  `<${origin}/diagnose/#event=${headers.get('rcrequestid')}>; rel="help"`;
const both = (answer: Response, code: string) => `${event(answer)}, ${entry(code)}`;

describe('a refusal says where it is explained', () => {
  it('at the token endpoint, and the body stays as it was', async () => {
    const { post } = makeTestSandbox();
    const answer = await post(
      '/restapi/oauth/token',
      { grant_type: 'nonsense' },
      basic('sandbox-server-web'),
    );
    expect(answer.status).toBe(400);
    expect(answer.headers.get('link')).toBe(both(answer, 'oau-250'));
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
    expect([answer.status, answer.headers.get('link')]).toEqual([401, both(answer, 'agw-401')]);
    expect(answer.headers.get('access-control-expose-headers')).toContain('Link');
  });

  it('on a page before the redirect URI is trusted, which links there too', async () => {
    const { send } = makeTestSandbox();
    const answer = await send('/restapi/oauth/authorize?response_type=code&client_id=nobody');
    expect([answer.status, answer.headers.get('link')]).toEqual([400, both(answer, 'oau-153')]);
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
      both(answer, 'sandbox-authorize-2'),
    ]);
  });

  it('on a page of the sign-in, where a code may be missing', async () => {
    const { send, post } = makeTestSandbox();
    const form = await send(
      '/restapi/oauth/authorize?response_type=code&client_id=sandbox-server-web&redirect_uri=http%3A%2F%2Flocalhost%3A5000%2Foauth2callback',
    );
    const [, transaction = ''] = /name="transaction" value="([^"]+)"/.exec(await form.text()) ?? [];
    const fields = { transaction, user: '+18335550100*101', password: 'wrong' };
    const wrong = await post('/restapi/oauth/authorize/sign-in', fields);
    expect([wrong.status, wrong.headers.get('link')]).toEqual([400, event(wrong)]);
    const again = await post('/restapi/oauth/authorize/sign-in', fields);
    expect([again.status, again.headers.get('link')]).toEqual([
      400,
      both(again, 'sandbox-authorize-4'),
    ]);
  });

  it('by its code alone where the log has no such exchange', async () => {
    const { send, post, store } = makeTestSandbox();
    const control = await post('/sandbox/api/apps', {});
    expect(control.headers.get('link') ?? '').not.toContain('/diagnose/');
    const tooLong = await send('/sandbox/api/apps', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: ' '.repeat(70_000),
    });
    expect(tooLong.headers.get('link')).toBe(entry('sandbox-request-2'));
    const refresh = { grant_type: 'refresh_token', refresh_token: 'any' };
    store.apps.get = () => Promise.reject(new StoreProblem('full'));
    const full = await post('/restapi/oauth/token', refresh, basic('sandbox-server-web'));
    expect([full.status, full.headers.get('link')]).toEqual([503, entry('sandbox-store-1')]);
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
