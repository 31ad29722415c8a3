import type { FormPair } from '#protocol/form.ts';
import { encodeForm } from '#protocol/form.ts';
import { webRandom } from '#protocol/random.ts';
import type { Policy } from '../policy.ts';
import { presets } from '../policy.ts';
import { createSandbox } from '../sandbox.ts';
import type { AppRecord } from '../store/records.ts';
import { createMemoryStore } from '../store/memory.ts';

export const origin = 'http://localhost:4321';
export const callback = `${origin}/callback/`;
export const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** A request that passes every check under every policy. */
export const good = {
  response_type: 'code',
  client_id: 'sandbox-browser',
  redirect_uri: callback,
  state: 'demo-state',
  code_challenge: challenge,
  code_challenge_method: 'S256',
};

type Parameters = Record<string, string | undefined> | readonly FormPair[];

const pairsOf = (parameters: Parameters): FormPair[] =>
  Array.isArray(parameters)
    ? [...(parameters as readonly FormPair[])]
    : Object.entries(parameters as Record<string, string | undefined>).flatMap(
        ([name, value]): FormPair[] => (value === undefined ? [] : [[name, value]]),
      );

/** What an answer says, read once. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  rule: string | null;
  /** The parameters of the `Location`'s query, or of its fragment. */
  query: URLSearchParams;
  fragment: URLSearchParams;
  location: string | null;
}

async function readAnswer(response: Response): Promise<Answer> {
  const location = response.headers.get('location');
  const url = location === null ? undefined : new URL(location, origin);
  return {
    status: response.status,
    headers: response.headers,
    text: await response.text(),
    rule: response.headers.get('sandbox-rule'),
    query: new URLSearchParams(url?.search),
    fragment: new URLSearchParams(url?.hash.slice(1)),
    location,
  };
}

/** The value of a hidden field, as a browser would send it. */
export function hidden(html: string, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  return found
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** A sandbox in memory and a browser that walks its pages; the clock stands until it is moved. */
export async function makeAuthorizeSandbox(fields: Partial<Policy> = {}) {
  const store = createMemoryStore();
  const random = webRandom;
  let now = 1_700_000_000_000;
  const sandbox = createSandbox({ store, random, clock: { now: () => now } });
  await sandbox.fetch(new Request(`${origin}/restapi`), { browser: 'first' });
  await store.policy.put({ ...presets.ringcentral, ...fields });

  const send = async (path: string, init: RequestInit = {}, browser = 'reader') =>
    readAnswer(await sandbox.fetch(new Request(`${origin}${path}`, init), { browser }));

  const post = (
    path: string,
    form: Parameters,
    { browser = 'reader', headers = {} }: { browser?: string; headers?: HeadersInit } = {},
  ) =>
    send(
      `/restapi/oauth/authorize${path}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: encodeForm(pairsOf(form)),
      },
      browser,
    );

  const ask = (parameters: Parameters, headers: HeadersInit = {}) =>
    send(`/restapi/oauth/authorize?${encodeForm(pairsOf(parameters))}`, { headers });

  /** Presses a button of the form that a page shows, with the fields as they stand, and goes on to the next page. */
  const press = async (page: Answer, fieldsOfForm: Record<string, string>) => {
    const action = /action="\/restapi\/oauth\/authorize([^"]*)"/.exec(page.text)?.[1] ?? '';
    const answer = await post(action, {
      transaction: hidden(page.text, 'transaction'),
      again: hidden(page.text, 'again'),
      ...fieldsOfForm,
    });
    return answer.location?.startsWith('/') ? send(answer.location) : answer;
  };

  const signIn = (page: Answer, user = '+18335550100*101') =>
    press(page, { user, password: 'sandbox-password', 'sign-in': '1' });

  return {
    store,
    send,
    post,
    ask,
    press,
    signIn,
    forward: (seconds: number) => {
      now += seconds * 1000;
    },
    /** From the request to the answer that carries a code. */
    walk: async (parameters: Parameters, user?: string) => {
      const consent = await signIn(await ask(parameters), user);
      return press(consent, { allow: '1' });
    },
    addApp: (app: Partial<AppRecord>) =>
      store.apps.add({
        clientId: 'test-app',
        name: 'Test app',
        portal: 'classic',
        audience: 'private',
        platformType: 'ServerWeb',
        redirectUris: ['https://app.example/cb'],
        scopes: ['ReadAccounts'],
        createdAt: 0,
        demo: false,
        ...app,
      }),
  };
}
