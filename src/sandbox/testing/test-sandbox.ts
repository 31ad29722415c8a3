import type { Clock } from '#protocol/clock.ts';
import { type Exchange, exchangeSchema } from '#protocol/exchange.ts';
import { encodeForm } from '#protocol/form.ts';
import { webRandom } from '#protocol/random.ts';
import type { Policy } from '../policy.ts';
import { createSandbox } from '../sandbox.ts';
import type { CodeRecord } from '../store/records.ts';
import { createMemoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';

export const origin = 'http://localhost:4321';

/** A clock that stands until it is moved. */
export function makeClock(): Clock & { forward(seconds: number): void } {
  let now = 1_700_000_000_000;
  return {
    now: () => now,
    forward: (seconds) => {
      now += seconds * 1000;
    },
  };
}

export interface TokenBody {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  refresh_token_expires_in: number;
  scope: string;
  owner_id: string;
  endpoint_id: string;
  session_id: string;
  error: string;
  error_description: string;
  errors: { errorCode: string; message: string }[];
}

export const basic = (id: string, secret = `${id}-secret`) => ({
  authorization: `Basic ${btoa(`${id}:${secret}`)}`,
});

/** A sandbox with a clock of its own, in memory unless told otherwise, and the calls that tests make of it. */
export function makeTestSandbox(store: Store = createMemoryStore()) {
  const clock = makeClock();
  const sandbox = createSandbox({ store, clock, random: webRandom });
  let codes = 0;

  const send = (path: string, init: RequestInit = {}) =>
    sandbox.fetch(new Request(`${origin}${path}`, init), { browser: 'test' });

  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: encodeForm(Object.entries(form)),
    });

  return {
    clock,
    store,
    send,
    post,
    token: (form: Record<string, string>, headers?: Record<string, string>) =>
      post('/restapi/oauth/token', form, headers),
    revoke: (form: Record<string, string>, headers?: Record<string, string>) =>
      post('/restapi/oauth/revoke', form, headers),
    setPolicy: async (fields: Partial<Policy>) =>
      store.policy.put({ ...(await store.policy.get()), ...fields }),
    /** What the log has of an app, as a stream tells it. */
    logOf: async (clientId: string): Promise<Exchange[]> => {
      const { events } = await store.events.after({ clientId }, 0);
      return events.map((event) => exchangeSchema.parse(JSON.parse(event.text())));
    },
    /** A code as the authorization endpoint would leave it. */
    addCode: async (differences: Partial<CodeRecord> = {}): Promise<string> => {
      await send('/restapi');
      codes += 1;
      const code = `code-${codes}`;
      await store.codes.add({
        code,
        clientId: 'sandbox-server-web',
        userId: 1_000_101,
        redirectUri: `${origin}/callback/`,
        redirectUriSent: true,
        scopes: ['ReadAccounts', 'ReadCallLog'],
        issuedAt: clock.now(),
        ...differences,
      });
      return code;
    },
  };
}

export type TestSandbox = ReturnType<typeof makeTestSandbox>;

/** Status and body in one, for assertions on both. */
export async function read(response: Response): Promise<{ status: number } & TokenBody> {
  const body = (await response.json()) as TokenBody;
  return { ...body, status: response.status };
}

/** The first code of a refusal. */
export const codeOf = (body: TokenBody) => body.errors[0]?.errorCode;
