import { type IncomingMessage, ServerResponse } from 'node:http';
import { RequestError, getRequestListener } from '@hono/node-server';
import { type Clock, systemClock } from '#protocol/clock.ts';
import { loopbackNames } from '#protocol/loopback.ts';
import { type Random, webRandom } from '#protocol/random.ts';
import type { HostContext, Sandbox } from '../context.ts';
import { askedFault } from '../faults/asked.ts';
import { PlainResponse } from '../wire/plain-response.ts';
import { createSandbox, isSandboxPath } from '../sandbox.ts';
import { pagesStylesheet } from '../views/stylesheet.ts';
import { splitUrl } from '../wire/read-request.ts';
import { createMemoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';
import { browserSession } from './node/browser-session.ts';
import { listen } from './node/listen.ts';
import { originOf, typedOrigin } from './node/origin-of.ts';
import { hostProblem, noAddress, plainAnswer, serverFailed } from './node/request-problem.ts';
import { isRemote } from './node/peer.ts';
import { createSite } from './node/site.ts';
import { createPlainWriter } from './node/write-plain.ts';

export interface ServerOptions {
  /** 0 for any that is free. */
  port: number;
  /** Default 127.0.0.1, with ::1 beside it. */
  host?: string;
  /** The built site; left out, the sandbox stands alone. */
  site?: string;
  allowedHosts?: readonly string[];
  /** The origin that everybody reaches the server at, where that is not the one it listens on. */
  publicOrigin?: string | undefined;
  store?: Store;
  clock?: Clock;
  random?: Random;
}

export interface RunningServer {
  /** Such as `http://127.0.0.1:4321`. */
  origin: string;
  port: number;
  close(): Promise<void>;
}

/** Made when it is asked for: the JSON Schema writer is large and rarely needed. */
async function openApi(): Promise<object> {
  const { openApiDocument } = await import('../endpoints/control/openapi.ts');
  return openApiDocument();
}

/** A request whose address Hono cannot read; anything else is a defect of this server. */
function answerFailure(error: unknown): Response {
  if (error instanceof RequestError) return plainAnswer(400, noAddress);
  console.error(error);
  return plainAnswer(500, serverFailed);
}

/**
 * The built site and the sandbox on one origin, reachable from loopback only
 * unless `host` says otherwise.
 *
 * @throws Node's own error when it cannot listen; `startProblem` has the words
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host = '127.0.0.1', random = webRandom, publicOrigin } = options;
  const isSecure = publicOrigin?.startsWith('https:') === true;
  const writePlain = createPlainWriter();
  /** Filled once the port is known; a request may come a moment before that. */
  const made: { sandbox?: Sandbox; port: number } = { port: options.port };
  const site = createSite(
    options.site,
    openApi,
    () => publicOrigin ?? typedOrigin(host, made.port),
  );
  let isMade: (sandbox: Sandbox) => void = () => undefined;
  const ready = new Promise<Sandbox>((resolve) => (isMade = resolve));

  async function answerByBrowser(
    request: Request,
    path: string,
    incoming: Pick<IncomingMessage, 'method' | 'headers' | 'rawHeaders' | 'socket'>,
    outgoing: unknown,
  ): Promise<Response> {
    const { id, others, setCookie } = browserSession(path, incoming, {
      port: made.port,
      random,
      isSecure,
    });
    const context: HostContext = {
      browser: id,
      otherBrowsers: others,
      isNewBrowser: setCookie !== undefined,
      rawHeaders: incoming.rawHeaders,
      isRemote: isRemote(incoming),
      askedFault: askedFault(request.headers),
    };
    const sandbox = made.sandbox ?? (await ready);
    const response = await sandbox.handle(request, context);
    if (setCookie !== undefined) response.headers.append('Set-Cookie', setCookie);
    else if (response instanceof PlainResponse && outgoing instanceof ServerResponse) {
      return writePlain(response, outgoing);
    }
    return response instanceof PlainResponse ? response.real : response;
  }

  const listener = getRequestListener(
    (request, { incoming, outgoing }) => {
      const problem = hostProblem(incoming);
      if (problem !== undefined) return plainAnswer(400, problem);
      // What `incoming` has is as it was sent: `/restapi/../sandbox/` or `http://localhost/`.
      const { path } = splitUrl(request.url);
      return isSandboxPath(path)
        ? answerByBrowser(request, path, incoming, outgoing)
        : site(request);
    },
    { overrideGlobalObjects: false, errorHandler: answerFailure },
  );

  const { port, close } = await listen(listener, host, options.port);
  made.port = port;
  made.sandbox = createSandbox({
    store: options.store ?? createMemoryStore({ firstEvent: Date.now() }),
    clock: options.clock ?? systemClock,
    random,
    allowedHosts: options.allowedHosts ?? [],
    publicOrigin,
    hasSockets: true,
    stylesheet: pagesStylesheet,
    siteOrigins: [
      ...(publicOrigin === undefined ? [] : [publicOrigin]),
      ...loopbackNames.map((name) => `http://${name}:${port}`),
    ],
  });
  isMade(made.sandbox);
  // With the site come readers, and the first who makes a JWT would wait for its key.
  if (options.site !== undefined) void made.sandbox.prepare();
  return { origin: originOf(host, port), port, close };
}
