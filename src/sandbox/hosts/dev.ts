import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { AstroIntegration } from 'astro';
import { systemClock } from '#protocol/clock.ts';
import { webRandom } from '#protocol/random.ts';
import type { Sandbox } from '../context.ts';
import type * as openApiModule from '../endpoints/control/openapi.ts';
import type * as sandboxModule from '../sandbox.ts';
import { createMemoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';
import { browserSession } from './node/browser-session.ts';

type SandboxModule = typeof sandboxModule;
type OpenApiModule = typeof openApiModule;
type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Next = (error?: unknown) => void;
type Middleware = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** The part of Vite's server that is used here. */
interface DevServer {
  ssrLoadModule(path: string): Promise<Record<string, unknown>>;
  middlewares: { stack: { route: string; handle: unknown }[] };
}

/** Outside of what Vite reloads, and of a restart after a change of the configuration. */
let keptStore: Store | undefined;

/**
 * Mounts the sandbox in Astro's dev server. Its sources are loaded through Vite,
 * so that an edit is in force at the next request; its store is not, so that an
 * edit loses no app, no session and no token.
 */
export function devSandbox(): AstroIntegration {
  let server: DevServer | undefined;
  return {
    name: 'dev-sandbox',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // Vite would answer preflights first, and put CORS on /authorize.
        if (command === 'dev') updateConfig({ vite: { server: { cors: false } } });
      },
      'astro:server:setup': (setup) => {
        server = setup.server;
      },
      // Only now: Astro puts its own check of trailing slashes first, and it would answer 404.
      'astro:server:start': () => {
        if (server)
          server.middlewares.stack.unshift({ route: '', handle: createMiddleware(server) });
      },
    },
  };
}

function createMiddleware(server: DevServer): Middleware {
  const handlerFor = createHandler(server);
  return (request, response, next) => {
    handlerFor(request).then((handler) => {
      if (handler) handler(request, response).catch(next);
      else next();
    }, next);
  };
}

function createHandler(server: DevServer) {
  const store = (keptStore ??= createMemoryStore({ firstEvent: Date.now() }));
  let made: { from: SandboxModule['createSandbox']; sandbox: Sandbox } | undefined;

  const listen = (answer: (request: Request) => Response | Promise<Response>): Handler =>
    getRequestListener(answer, { overrideGlobalObjects: false });

  const hostAnswer = listen(() => Response.json({ host: 'node' }));
  const openApiAnswer = listen(async () => {
    const path = '/src/sandbox/endpoints/control/openapi.ts';
    const { openApiDocument } = (await server.ssrLoadModule(path)) as OpenApiModule;
    return Response.json(openApiDocument());
  });

  return async function handle({ url = '/', headers }: IncomingMessage) {
    const path = url.split('?', 1)[0] ?? '/';
    if (path === '/sandbox/host.json') return hostAnswer;
    if (path === '/sandbox/openapi.json') return openApiAnswer;
    const { createSandbox, isSandboxPath } = (await server.ssrLoadModule(
      '/src/sandbox/sandbox.ts',
    )) as SandboxModule;
    if (!isSandboxPath(path)) return undefined;
    if (made?.from !== createSandbox) {
      const options = { store, clock: systemClock, random: webRandom };
      made = { from: createSandbox, sandbox: createSandbox(options) };
    }
    const { sandbox } = made;
    const port = Number(headers.host?.split(':').at(-1)) || 80;
    return listen(async (request) => {
      const { id, setCookie } = browserSession(path, headers.cookie, port, webRandom);
      const response = await sandbox.fetch(request, { browser: id });
      if (setCookie !== undefined) response.headers.append('Set-Cookie', setCookie);
      return response;
    });
  };
}
