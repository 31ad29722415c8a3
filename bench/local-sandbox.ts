import type { Clock } from '#protocol/clock.ts';
import { webRandom } from '#protocol/random.ts';
import { presets } from '#sandbox/policy.ts';
import { createSandbox } from '#sandbox/sandbox.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';
import { basic } from './target.ts';

/** Of each user in each app: so that few apps can fill the store. */
const sessionsPerUserAndApp = 1000;
const origin = 'http://localhost:4321';

/** A clock that stands until it is moved. */
export function makeClock(): Clock & { forward(milliseconds: number): void } {
  let now = 1_700_000_000_000;
  return { now: () => now, forward: (milliseconds) => (now += milliseconds) };
}

export interface Pair {
  access_token: string;
  refresh_token: string;
}

/**
 * A sandbox in this process, over its store in memory and without HTTP, which costs the same whatever
 * is kept: what grows with the store shows whole.
 */
export async function makeLocalSandbox({ apps, clock }: { apps: number; clock: Clock }) {
  const store = createMemoryStore();
  const sandbox = createSandbox({ store, clock, random: webRandom });

  const send = (path: string, init: RequestInit = {}) =>
    sandbox.handle(new Request(`${origin}${path}`, init), { browser: 'bench' });
  const post = async (path: string, app: number, body: string): Promise<Response> => {
    const name = `bench-${app % apps}`;
    const answer = await send(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: basic(name, `${name}-secret`),
      },
      body,
    });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  };

  await send('/restapi');
  await store.policy.put({ ...presets.ringcentral, sessionsPerUserAndApp });
  for (let app = 0; app < apps; app += 1) {
    const clientId = `bench-${app}`;
    const added = await store.apps.add({
      clientId,
      clientSecret: `${clientId}-secret`,
      name: clientId,
      portal: 'classic',
      audience: 'private',
      platformType: 'ServerOther',
      redirectUris: [],
      scopes: ['ReadAccounts', 'ReadCallLog'],
      createdAt: 0,
      demo: false,
    });
    if (added !== 'added') throw new Error(`${clientId}: ${added}`);
  }

  return {
    /** A sign-in: a session with two new tokens. */
    signIn: (app: number) =>
      post(
        '/restapi/oauth/token',
        app,
        'grant_type=password&username=%2B18335550100*101&password=sandbox-password',
      ),
    refresh: (app: number, token: string) =>
      post('/restapi/oauth/token', app, `grant_type=refresh_token&refresh_token=${token}`),
    revoke: (app: number, token: string) => post('/restapi/oauth/revoke', app, `token=${token}`),
    /** A call of the API; answers its status. */
    call: async (token: string): Promise<number> => {
      const headers = { authorization: `Bearer ${token}` };
      return (await send('/restapi/v1.0/account/~/extension/~', { headers })).status;
    },
    /** How many sessions are kept, and in how many octets. */
    sessions: async () => {
      const found = (await store.usage()).find(({ name }) => name === 'sessions');
      if (!found) throw new Error('No store of sessions');
      return found;
    },
  };
}

export type LocalSandbox = Awaited<ReturnType<typeof makeLocalSandbox>>;
