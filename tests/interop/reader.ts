import { CookieJar } from '../conformance/runner/cookies.ts';
import { send } from '../conformance/runner/send.ts';
import type { AppSpec } from '../conformance/table/row.ts';
import type { RunningSandbox } from '../sandbox-under-test.ts';

export interface MadeApp {
  clientId: string;
  clientSecret?: string;
}

/** Makes an app through the control API. */
export async function makeApp(sandbox: RunningSandbox, app: AppSpec): Promise<MadeApp> {
  const response = await fetch(`${sandbox.origin}/sandbox/api/apps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(app),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as MadeApp;
}

/** Opens a login URL as a reader would, presses the first button of each page, and answers where it ends. */
export async function logIn(sandbox: RunningSandbox, url: string): Promise<URL> {
  const jar = new CookieJar();
  const { pathname, search } = new URL(url);
  const answer = await send(
    { method: 'GET', path: `${pathname}${search}`, press: 'approve' },
    { transport: sandbox, variables: new Map(), jar: () => jar },
  );
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`${answer.status}: ${answer.text}`);
  return new URL(location);
}

/** Makes a JWT credential for extension 101, as a reader does in the console. */
export async function makeJwt(sandbox: RunningSandbox, clientId: string): Promise<string> {
  const response = await fetch(`${sandbox.origin}/sandbox/api/jwt`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ extensionNumber: '101', clientIds: [clientId] }),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return ((await response.json()) as { jwt: string }).jwt;
}

/** Whether the API takes an access token. */
export async function isLive(sandbox: RunningSandbox, token: string): Promise<boolean> {
  const response = await fetch(`${sandbox.origin}/restapi/v1.0/account/~/extension/~`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return response.status === 200;
}
