import { setTimeout as wait } from 'node:timers/promises';

/** What the reader's own program does beside a flood, and how long each answer took. */
export interface Reader {
  /** Milliseconds of each request, in order. */
  took: number[];
  /** Answers that were not as they should be. */
  wrong: string[];
  stop(): Promise<void>;
}

const json = { 'content-type': 'application/json' };
const form = (fields: Record<string, string>) => new URLSearchParams(fields);

export async function call<Body>(
  origin: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Body }> {
  const response = await fetch(`${origin}/sandbox/api/${path}`, {
    method,
    ...(body !== undefined && { headers: json, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : undefined) as Body };
}

/** An app of the reader's own, with a JWT for it. */
export async function makeOwnApp(origin: string): Promise<{ clientId: string; jwt: string }> {
  const clientId = 'readers-own-app';
  await call(origin, 'POST', 'apps', {
    name: 'The reader’s own app',
    portal: 'current',
    audience: 'private',
    methods: ['jwt'],
    issueRefreshTokens: true,
    redirectUris: [],
    scopes: ['ReadAccounts'],
    clientId,
    clientSecret: `${clientId}-secret`,
  });
  const made = await call<{ jwt: string }>(origin, 'POST', 'jwt', { extensionNumber: '101' });
  return { clientId, jwt: made.body.jwt };
}

/** Takes a token, calls the API, refreshes, over and over, twenty requests a second. */
export function startReader(origin: string, { clientId, jwt }: { clientId: string; jwt: string }) {
  const took: number[] = [];
  const wrong: string[] = [];
  let goesOn = true;
  const authorization = `Basic ${btoa(`${clientId}:${clientId}-secret`)}`;

  async function timed(path: string, init: RequestInit): Promise<Record<string, string>> {
    const before = performance.now();
    const response = await fetch(`${origin}${path}`, init);
    const text = await response.text();
    took.push(performance.now() - before);
    if (response.status !== 200) wrong.push(`${path} ${response.status} ${text.slice(0, 200)}`);
    await wait(50);
    return JSON.parse(text) as Record<string, string>;
  }
  const token = (fields: Record<string, string>) =>
    timed('/restapi/oauth/token', {
      method: 'POST',
      headers: { authorization },
      body: form(fields),
    });

  const done = (async () => {
    while (goesOn) {
      const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
      const first = await token({ grant_type, assertion: jwt });
      const next = await token({
        grant_type: 'refresh_token',
        refresh_token: first['refresh_token'] ?? '',
      });
      await timed('/restapi/v1.0/account/~/extension/~', {
        headers: { authorization: `Bearer ${next['access_token']}` },
      });
    }
  })();
  const reader: Reader = {
    took,
    wrong,
    stop: async () => {
      goesOn = false;
      await done;
    },
  };
  return reader;
}

/** The value below which a share of the figures lies. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
