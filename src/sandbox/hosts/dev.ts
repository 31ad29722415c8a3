import type { IncomingMessage, ServerResponse } from 'node:http';
import { RequestError, getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { AstroIntegration } from 'astro';
import { systemClock } from '#protocol/clock.ts';
import { webRandom } from '#protocol/random.ts';
import type { Sandbox } from '../context.ts';
import type * as openApiModule from '../endpoints/control/openapi.ts';
import type * as sandboxModule from '../sandbox.ts';
import type * as stylesheetModule from '../views/stylesheet.ts';
import { createMemoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';
import { guardHeaders } from '../wire/guard-headers.ts';
import { splitUrl } from '../wire/read-request.ts';
import { browserSession } from './node/browser-session.ts';
import { isRemote } from './node/peer.ts';

type SandboxModule = typeof sandboxModule;
type OpenApiModule = typeof openApiModule;
type StylesheetModule = typeof stylesheetModule;

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
  const answer = createAnswer(server);
  return (incoming, outgoing, next) => {
    const listener = getRequestListener(
      async (request) => {
        const answered = await answer(request, incoming);
        if (!answered) next();
        return answered ?? RESPONSE_ALREADY_SENT;
      },
      {
        overrideGlobalObjects: false,
        // An address that cannot be read is no sandbox path.
        errorHandler: (error) => next(error instanceof RequestError ? undefined : error),
      },
    );
    void listener(incoming, outgoing);
  };
}

/** Answers what is the sandbox's, and nothing else. */
function createAnswer(server: DevServer) {
  const store = (keptStore ??= createMemoryStore({ firstEvent: Date.now() }));
  let made:
    { from: SandboxModule['createSandbox']; stylesheet: string; sandbox: Sandbox } | undefined;

  return async function answer(
    request: Request,
    incoming: IncomingMessage,
  ): Promise<Response | undefined> {
    const { origin, path } = splitUrl(request.url);
    if (path === '/sandbox/host.json') {
      return Response.json({ host: 'node' }, { headers: guardHeaders });
    }
    if (path === '/sandbox/openapi.json') {
      const { openApiDocument } = (await server.ssrLoadModule(
        '/src/sandbox/endpoints/control/openapi.ts',
      )) as OpenApiModule;
      return Response.json(openApiDocument(), { headers: guardHeaders });
    }
    const { createSandbox, isSandboxPath } = (await server.ssrLoadModule(
      '/src/sandbox/sandbox.ts',
    )) as SandboxModule;
    if (!isSandboxPath(path)) return undefined;
    const { pagesStylesheet: stylesheet } = (await server.ssrLoadModule(
      '/src/sandbox/views/stylesheet.ts',
    )) as StylesheetModule;
    if (made?.from !== createSandbox || made.stylesheet !== stylesheet) {
      const options = { store, clock: systemClock, random: webRandom, stylesheet };
      made = { from: createSandbox, stylesheet, sandbox: createSandbox(options) };
    }
    const port = Number(new URL(origin).port) || 80;
    const { id, others, setCookie } = browserSession(path, incoming, {
      port,
      random: webRandom,
      isSecure: false,
    });
    const response = await made.sandbox.fetch(request, {
      browser: id,
      otherBrowsers: others,
      isNewBrowser: setCookie !== undefined,
      isRemote: isRemote(incoming),
    });
    if (setCookie !== undefined) response.headers.append('Set-Cookie', setCookie);
    return response;
  };
}
