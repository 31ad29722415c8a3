import type { AppSettings } from '#app-settings/app.ts';
import { encodeBase64Url } from '#protocol/base64url.ts';
import type { ExchangeRequest, Headers } from '#protocol/exchange.ts';
import { makeBasic } from '#protocol/make-basic.ts';
import { s256Challenge } from '#protocol/pkce.ts';
import type { MadeApp, Run } from './plan.ts';
import { demoPassword, demoUser, formType, pressThrough } from './press-through.ts';
import type { ProofTools } from './tools.ts';

/** A code, by a sign-in of its own. */
async function codeForm(
  { clientId, redirectUris: [redirectUri = ''] }: MadeApp,
  tools: ProofTools,
): Promise<Record<string, string>> {
  const verifier = encodeBase64Url(tools.random.bytes(32));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    code_challenge: await s256Challenge(verifier),
    code_challenge_method: 'S256',
  });
  const url = `${tools.origin}/restapi/oauth/authorize?${query}`;
  const page = await tools.send({ method: 'GET', url, headers: [] }, 'browser');
  const back = await pressThrough(page, tools);
  return {
    grant_type: 'authorization_code',
    code: new URL(back.url).searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
  };
}

async function formOf(
  { methods, platformType }: AppSettings,
  app: MadeApp,
  tools: ProofTools,
  mint: () => Promise<string>,
): Promise<Record<string, string>> {
  if (methods?.includes('jwt')) {
    const assertion = await mint();
    return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
  }
  return platformType === 'ServerOther'
    ? { grant_type: 'password', username: demoUser, password: demoPassword }
    : codeForm(app, tools);
}

/**
 * The token request of whatever log-in an app has, for a flow that begins with tokens.
 *
 * @param mint makes a JWT for the app
 */
export async function logInRequest(
  run: Run,
  app: MadeApp,
  tools: ProofTools,
  mint: () => Promise<string>,
): Promise<ExchangeRequest> {
  const { clientId, clientSecret } = app;
  const form = await formOf(run.app, app, tools, mint);
  const authorization: Headers =
    clientSecret === undefined ? [] : [['authorization', makeBasic(clientId, clientSecret)]];
  if (clientSecret === undefined) form['client_id'] = clientId;
  return {
    method: 'POST',
    url: `${tools.origin}/restapi/oauth/token`,
    headers: [formType, ...authorization],
    body: new URLSearchParams(form).toString(),
  };
}
