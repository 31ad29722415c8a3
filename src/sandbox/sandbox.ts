import type { Fault } from '#protocol/errors/fault.ts';
import type { HostContext, Sandbox, SandboxOptions, Services } from './context.ts';
import type { Incoming } from './wire/incoming.ts';
import { corsHeaders, fromNoPage, preflightHeaders } from './wire/cors.ts';
import { seedDemoData } from './demo/seed.ts';
import { allowOf, headOf } from './wire/head.ts';
import { PlainResponse } from './wire/plain-response.ts';
import { guardHeaders } from './wire/guard-headers.ts';
import { makeIncoming, readBody, splitUrl } from './wire/read-request.ts';
import { recordEvent } from './log/record-event.ts';
import { apiErrorResponse, oauthErrorResponse, respond } from './wire/responses.ts';
import { type Endpoint, findRoute, type Handling, type Route } from './endpoints/routes.ts';
import { createServices } from './services.ts';
import { siteOriginsOf } from './wire/site-origins.ts';
import { answerWithFaults } from './faults/give.ts';
import { refuseForStore } from './endpoints/store-trouble.ts';
import { StoreProblem } from './store/store-problem.ts';
import type { Store } from './store/store.ts';
import { withoutChanges } from './store/without-changes.ts';
import { signingKey } from './tokens/signing-key.ts';
import { makeUuid } from './wire/uuid.ts';

export { isSandboxPath } from './endpoints/routes.ts';

const millisecondsBetweenSweeps = 60_000;
const noRoute: Route = { cors: false, errors: 'api' };

/**
 * The authorization server and the API behind it, as a function of a request.
 * Everything that decides comes in: where things are kept, what time it is,
 * where randomness comes from. Nothing that a client sends makes it throw.
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  const services = createServices(options);
  const { store } = services;
  let seeded: { generation: number; done: Promise<void>; ready: boolean } | undefined;
  let sweptAt = 0;

  const isSeeded = () => seeded?.ready === true && seeded.generation === generationOf(store);

  /**
   * The demo apps, at the first request: only then is the site's port known. Again when the store
   * was emptied from outside, or when it failed before.
   */
  async function seed(origin: string, now: number): Promise<void> {
    const generation = generationOf(store);
    if (services.siteOrigins.length === 0) services.siteOrigins = siteOriginsOf(origin);
    if (seeded?.generation !== generation) {
      const done = seedDemoData(store, { now, siteOrigins: services.siteOrigins });
      seeded = { generation, done, ready: false };
    }
    const mine = seeded;
    try {
      await mine.done;
      mine.ready = true;
    } catch (error) {
      if (seeded === mine) seeded = undefined;
      throw error;
    }
  }

  async function handle(request: Request, host: HostContext): Promise<Response> {
    const parts = splitUrl(request.url);
    if (services.publicOrigin !== undefined) parts.origin = services.publicOrigin;
    const realNow = options.clock.now();
    let now = realNow;
    let offsetSeconds = 0;
    let trouble: StoreProblem | undefined;
    try {
      offsetSeconds = await store.clock.getOffsetSeconds();
      now += offsetSeconds * 1000;
      if (!isSeeded()) await seed(parts.origin, now);
      if (realNow - sweptAt > millisecondsBetweenSweeps) {
        sweptAt = realNow;
        await store.sweep(now);
      }
    } catch (cause) {
      trouble = troubleOf(cause);
    }
    const route = findRoute(parts.path) ?? noRoute;
    const incoming = makeIncoming(request, parts, {
      browser: host.browser,
      otherBrowsers: host.otherBrowsers ?? [],
      isNewBrowser: host.isNewBrowser === true,
      caller: host.caller,
      rawHeaders: host.rawHeaders,
      isRemote: host.isRemote === true,
      askedFault: host.askedFault,
      isLogged: route.actors !== undefined,
      now,
      offsetSeconds,
      traceId: makeUuid(services.random),
    });
    if (trouble && !route.storeless) {
      const refusal = await refuseForStore(trouble, incoming, route);
      return request.method === 'HEAD' ? headOf(refusal) : refusal;
    }
    if (route.cors) {
      const origin = request.headers.get('origin');
      // Most requests come from no page, and need not wait for what a page would be told.
      const cors = origin === null ? fromNoPage : corsHeaders(origin, await services.policyFor());
      Object.assign(incoming.answerHeaders, cors);
      if (request.method === 'OPTIONS') return respond(incoming, 204, '', preflightHeaders());
    }
    if (!route.actors) return guarded(await answer(incoming, route, services));
    const response = await answer(incoming, route, services);
    return recordEvent(incoming, response, route.actors, services);
  }

  return {
    handle,
    fetch: async (request, host) => {
      const response = await handle(request, host);
      return response instanceof PlainResponse ? response.real : response;
    },
    prepare: async () => {
      await signingKey(services).catch(() => undefined);
    },
  };
}

const generationOf = (store: Store) => store.generation?.() ?? 0;

/** Anything else that a store throws is a defect. */
function troubleOf(cause: unknown): StoreProblem {
  if (cause instanceof StoreProblem) return cause;
  throw cause;
}

/** What `respond` puts on its answers, on those that it did not make. */
function guarded(response: Response): Response {
  if (response instanceof PlainResponse) return response;
  for (const [name, value] of Object.entries(guardHeaders)) response.headers.set(name, value);
  return response;
}

async function answer<Answer extends Response>(
  incoming: Incoming,
  route: Handling & { endpoint?: Endpoint<Answer> },
  services: Services,
): Promise<Answer | PlainResponse> {
  if (incoming.request.method !== 'HEAD') return answerInFull(incoming, route, services);
  const reading = { ...services, store: withoutChanges(services.store) };
  return headOf(await answerInFull(incoming, route, reading));
}

async function answerInFull<Answer extends Response>(
  incoming: Incoming,
  route: Handling & { endpoint?: Endpoint<Answer> },
  services: Services,
): Promise<Answer | PlainResponse> {
  try {
    const { endpoint, methods } = route;
    if (!endpoint)
      return await refuse({ code: 'AGW-404', rule: 'AS-013' }, incoming, route, services);
    if (methods && !methods.includes(incoming.method)) {
      incoming.answerHeaders['allow'] = allowOf(methods);
      const fault: Fault = { code: 'SANDBOX-REQUEST-3', rule: 'AS-013' };
      return await refuse(fault, incoming, route, services);
    }
    const body = await readBody(incoming.request);
    if (body === undefined) {
      const fault: Fault = { code: 'SANDBOX-REQUEST-2', rule: 'AS-089' };
      return await refuse(fault, incoming, route, services);
    }
    incoming.body = body;
    const run = () => endpoint(incoming, services);
    return await (incoming.isLogged ? answerWithFaults(incoming, services, run) : run());
  } catch (cause) {
    if (cause instanceof StoreProblem) return refuseForStore(cause, incoming, route);
    // A defect of the sandbox: the answer tells that, and nothing of its insides.
    const fault: Fault = { code: 'SANDBOX-REQUEST-6', rule: 'AS-056' };
    if (incoming.onFailure) return incoming.onFailure(fault);
    return refuse(fault, incoming, route, services);
  }
}

async function refuse(
  fault: Fault,
  incoming: Incoming,
  route: Handling,
  services: Services,
): Promise<PlainResponse> {
  const policy = await services.policyFor(incoming.trace.clientId);
  return route.errors === 'oauth'
    ? oauthErrorResponse(fault, incoming, policy)
    : apiErrorResponse(fault, incoming, policy);
}
