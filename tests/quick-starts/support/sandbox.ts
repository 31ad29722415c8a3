import { startServer } from '#sandbox/hosts/node.ts';
import type { Policy } from '#sandbox/policy.ts';
import { type Exchange, exchangeSchema } from '#protocol/exchange.ts';
import type { AppSpec } from '../../conformance/table/row.ts';

/** A sandbox of its own, and what its control API can do for a test. */
export interface QuickStartSandbox {
  /** By the name that a reader types. */
  origin: string;
  port: number;
  close(): Promise<void>;
  makeApp(app: AppSpec): Promise<void>;
  policy(clientId: string, fields: Partial<Policy>): Promise<void>;
  /** Moves the clock, counted from real time. */
  clock(offsetSeconds: number): Promise<void>;
  /** Ends every session of an app, as its user does who signs it out elsewhere. */
  endSessions(clientId: string): Promise<void>;
  sessions(clientId: string): Promise<number>;
  /** What reached it in an app's name since the last look. */
  news(clientId: string): Promise<Exchange[]>;
  control(method: string, path: string, body?: unknown): Promise<Response>;
}

/** Reads an app's events after one that is known, up to the request that carries the mark. */
async function readUpTo(mark: string, url: string): Promise<{ id: number; exchange: Exchange }[]> {
  const abort = new AbortController();
  try {
    const { body } = await fetch(url, { signal: abort.signal });
    if (!body) throw new Error('The stream has no body');
    let text = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const found = [...text.matchAll(/^id: (\d+)\nevent: exchange\ndata: (.+)\n\n/gm)];
      if (!found.at(-1)?.[2]?.includes(mark)) continue;
      return found.map(([, id, data]) => ({
        id: Number(id),
        exchange: exchangeSchema.parse(JSON.parse(data ?? '')),
      }));
    }
    throw new Error('The stream ended');
  } finally {
    abort.abort();
  }
}

export async function startQuickStartSandbox(port = 0): Promise<QuickStartSandbox> {
  const server = await startServer({ port });
  const origin = `http://localhost:${server.port}`;
  const seen = new Map<string, number>();
  let marks = 0;

  async function control(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${origin}/sandbox/api${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        // A connection that idles while a compiler works may be closed under the next request.
        connection: 'close',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response;
  }
  const sessionIds = async (clientId: string) => {
    const all = (await (await control('GET', '/sessions')).json()) as {
      sessionId: string;
      clientId: string;
    }[];
    return all.filter((one) => one.clientId === clientId).map((one) => one.sessionId);
  };

  return {
    origin,
    port: server.port,
    close: () => server.close(),
    control,
    makeApp: async (app) => void (await control('POST', '/apps', app)),
    policy: async (clientId, fields) =>
      void (await control('PUT', `/policy?clientId=${encodeURIComponent(clientId)}`, fields)),
    clock: async (offsetSeconds) => void (await control('PUT', '/clock', { offsetSeconds })),
    sessions: async (clientId) => (await sessionIds(clientId)).length,
    async endSessions(clientId) {
      for (const id of await sessionIds(clientId)) await control('DELETE', `/sessions/${id}`);
    },
    async news(clientId) {
      const app = encodeURIComponent(clientId);
      // A request of the test's own says where the news ends: a stream has no end.
      const mark = `end-of-news-${(marks += 1)}`;
      await fetch(`${origin}/restapi/oauth/authorize?client_id=${app}&state=${mark}`);
      const last = seen.get(clientId) ?? 0;
      const events = await readUpTo(
        mark,
        `${origin}/sandbox/api/events?clientId=${app}&lastEventId=${last}`,
      );
      seen.set(clientId, events.at(-1)?.id ?? last);
      return events.slice(0, -1).map(({ exchange }) => exchange);
    },
  };
}

/** An exchange in one line, such as `POST /restapi/oauth/token refresh_token 200`. */
export function line({ request, response }: Exchange): string {
  const grant = new URLSearchParams(request.body ?? '').get('grant_type');
  const path = new URL(request.url).pathname.replace('/restapi/v1.0/account/~', '');
  return [request.method, path, ...(grant ? [grant] : []), response?.status].join(' ');
}
