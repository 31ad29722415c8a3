import { describe, expect, it } from 'vitest';
import { basic, makeTestSandbox, type TestSandbox } from '#sandbox/testing/test-sandbox.ts';
import { recordedAnswers } from './answers.ts';

const server = basic('sandbox-server-web');
const noUi = basic('sandbox-server-only');
const authorize = (box: TestSandbox, clientId: string, redirectUri: string) =>
  box.send(
    `/restapi/oauth/authorize?${new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      state: 's',
    })}`,
    { headers: { accept: 'application/json' } },
  );
const signIn = {
  grant_type: 'password',
  username: '+18335550100*101',
  password: 'sandbox-password',
};

/** Each recorded refusal, and a request that the sandbox refuses so. */
const provoked: Record<string, (box: TestSandbox) => Promise<Response>> = {
  'token-unknown-client': (box) => box.token(signIn, basic('xx', 'xx')),
  'token-empty-client': (box) => box.token(signIn, { authorization: 'Basic !!' }),
  'token-no-client-auth': (box) => box.token(signIn),
  'token-grant-refused-2017b': (box) => box.token(signIn, server),
  'token-grant-unknown': (box) => box.token({ grant_type: 'nonsense' }, server),
  'token-redirect-mismatch-2024': async (box) =>
    box.token(
      {
        grant_type: 'authorization_code',
        code: await box.addCode(),
        redirect_uri: 'http://localhost:5000/oauth2callback',
      },
      server,
    ),
  'authorize-redirect-mismatch': (box) =>
    authorize(box, 'sandbox-server-web', 'https://app.example/elsewhere'),
  'authorize-no-redirect-uri': (box) =>
    authorize(box, 'sandbox-server-only', 'https://app.example/'),
  'token-third-party-apps': (box) => box.token({ ...signIn, username: '+18335550100*102' }, noUi),
  'token-revoked': async (box) => {
    const tokens = (await (await box.token(signIn, noUi)).json()) as { refresh_token: string };
    await box.revoke({ token: tokens.refresh_token }, noUi);
    return box.token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token }, noUi);
  },
  'api-token-garbage-2026': (box) =>
    box.send('/restapi/v1.0/account/~/extension/~', {
      headers: { authorization: 'Bearer garbage' },
    }),
  'gateway-not-found': (box) => box.send('/restapi/v1.0/nonsense'),
};

describe('the sandbox sends the newest form that was recorded', () => {
  it.each(Object.entries(provoked))('%s', async (id, provoke) => {
    const recorded = recordedAnswers.find((each) => each.id === id)?.answer;
    const answer = await provoke(makeTestSandbox());
    const body: unknown = await answer.json();
    expect(body).toEqual(recorded?.body ?? {});
    if (typeof recorded?.status === 'number') expect(answer.status).toBe(recorded.status);
  });
});
