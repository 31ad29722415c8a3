import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { devSandbox } from '#sandbox/hosts/dev.ts';
import * as openApiModule from '#sandbox/endpoints/control/openapi.ts';
import * as sandboxModule from '#sandbox/sandbox.ts';
import * as stylesheetModule from '#sandbox/views/stylesheet.ts';

type Handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
type Hook = (options: unknown) => unknown;

let edits = 0;
const vite = {
  middlewares: { stack: [] as { route: string; handle: Handle }[] },
  /** What Vite does after an edit: the same exports, made anew. */
  ssrLoadModule: async (path: string) => {
    if (path.endsWith('openapi.ts')) return openApiModule;
    if (path.endsWith('stylesheet.ts')) return stylesheetModule;
    const edit = edits;
    const loaded = modules.get(edit) ?? {
      ...sandboxModule,
      createSandbox: (options: Parameters<typeof sandboxModule.createSandbox>[0]) => {
        created.push(edit);
        return sandboxModule.createSandbox(options);
      },
    };
    modules.set(edit, loaded);
    return loaded;
  },
};
const modules = new Map<number, typeof sandboxModule>();
const created: number[] = [];

const hooks = devSandbox().hooks as Record<string, Hook>;
const server = createServer((request, response) => {
  const [first] = vite.middlewares.stack;
  first?.handle(request, response, () => response.writeHead(418).end('Astro'));
});
let origin: string;

beforeAll(async () => {
  hooks['astro:server:setup']?.({ server: vite });
  hooks['astro:server:start']?.({});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => server.close());

describe('npm run dev', () => {
  test('Vite is told to leave preflights alone, in dev only', () => {
    const told: unknown[] = [];
    for (const command of ['dev', 'build']) {
      hooks['astro:config:setup']?.({
        command,
        updateConfig: (config: unknown) => told.push(command, config),
      });
    }
    expect(told).toEqual(['dev', { vite: { server: { cors: false } } }]);
  });

  test('a preflight is the sandbox’s: none on authorize, CORS on token', async () => {
    const preflight = (path: string): Promise<Response> =>
      fetch(origin + path, {
        method: 'OPTIONS',
        headers: { Origin: 'http://app.example', 'Access-Control-Request-Method': 'POST' },
      });
    const authorize = await preflight('/restapi/oauth/authorize');
    expect(authorize.status).toBe(405);
    expect(authorize.headers.get('access-control-allow-origin')).toBeNull();
    const token = await preflight('/restapi/oauth/token');
    expect(token.headers.get('access-control-allow-origin')).toBe('http://app.example');
  });

  test('site and sandbox share an origin: what is not the sandbox’s goes to Astro', async () => {
    expect(await (await fetch(`${origin}/sandbox/host.json`)).json()).toEqual({ host: 'node' });
    const metadata = await fetch(`${origin}/.well-known/oauth-authorization-server`);
    expect(await metadata.json()).toMatchObject({ issuer: origin });
    const openApi = await fetch(`${origin}/sandbox/openapi.json`);
    expect(await openApi.json()).toHaveProperty('paths');
    expect((await fetch(`${origin}/playground/`)).status).toBe(418);
    expect((await fetch(`${origin}/playground/`, { method: 'POST', body: 'x' })).status).toBe(418);
  });

  test('an edit of the sandbox’s sources is in force at the next request and keeps its store', async () => {
    const made = await fetch(`${origin}/sandbox/api/apps`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        name: 'Made before the edit',
        portal: 'classic',
        audience: 'private',
        platformType: 'BrowserBased',
        redirectUris: [`${origin}/callback/`],
        scopes: ['ReadAccounts'],
      }),
    });
    expect(made.status).toBe(201);
    const { clientId } = (await made.json()) as { clientId: string };
    edits += 1;
    const kept = await fetch(`${origin}/sandbox/api/apps/${clientId}`);
    expect(kept.status).toBe(200);
    expect(await kept.json()).toMatchObject({ name: 'Made before the edit' });
    expect(created).toEqual([0, 1]);
  });
});
