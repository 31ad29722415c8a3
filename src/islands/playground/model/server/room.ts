import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { FlowDefinition } from '#flows/flow.ts';
import type { FlowName } from '#flows/ids.ts';
import type { SandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import { isLoopbackName } from '#protocol/loopback.ts';
import type { Core } from '../core.ts';
import type { Surroundings } from '../surroundings.ts';
import type { PlaygroundApp, PlaygroundServer } from '../types.ts';
import { adaptFlow, endpointsOf, needsSecret, refusalOf } from './adapt.ts';
import { leaveAway, takeAway } from './away.ts';
import { asks } from './asks.ts';
import { createChoiceStore, originsOf } from './choice.ts';
import type { ServerChoice } from './choice.ts';
import { createDirectFetch } from './direct-fetch.ts';
import { createLedger } from './ledger.ts';
import type { Ledger, Left } from './ledger.ts';
import { createMemory } from './memory.ts';
import { createFactsReader } from './facts.ts';
import type { FactsReader } from './facts.ts';
import { pageOutside } from './outside.ts';
import type { RoomOutside } from './outside.ts';
import { realMakers } from './real-makers.ts';
import type { Revoked } from './revoke.ts';
import { createSessions } from './sessions.ts';
import type { Sessions } from './sessions.ts';

/** What the reader enters for a server. In memory, and nowhere else. */
export interface Credentials {
  clientId: string;
  secret: string;
  jwt: string;
  username: string;
  password: string;
}

const none: Credentials = { clientId: '', secret: '', jwt: '', username: '', password: '' };

/** A real server in the sandbox's place: what it is, what this tab holds for it, what left for it. */
export interface Room {
  readonly choice: ReadonlySignal<ServerChoice>;
  readonly server: ReadonlySignal<PlaygroundServer>;
  /** `platform.ringcentral.com`, as it stands in a sentence. */
  readonly host: string;
  /** What an own server says of itself. */
  readonly facts: FactsReader;
  /** This page was loaded before an origin was added: its policy does not let it connect there. */
  readonly needsReload: ReadonlySignal<boolean>;
  /** Whether this page has fields for secrets: on the reader's own machine alone. */
  readonly takesSecrets: boolean;
  readonly credentials: Signal<Credentials>;
  /** A client id was entered and its use pressed: flows run. */
  readonly isUsed: Signal<boolean>;
  readonly ledger: Ledger;
  readonly sessions: Sessions;
  /** What the last press of Revoke and forget brought. */
  readonly revoked: Signal<readonly Revoked[] | undefined>;
  /** The run that is on screen. */
  readonly core: ReadonlySignal<Core | undefined>;
  /** For runs at this server. */
  readonly surroundings: Surroundings;
  adapt(flow: FlowDefinition): FlowDefinition;
  /** Why a flow is not run at this server; undefined where it is. */
  refuses(flow: FlowName): string | undefined;
  /** Empties the memory: nothing that belonged to this server stays in this tab. */
  forget(): void;
  dispose(): void;
}

/** A control API that nobody answers, so that no word of a real run reaches the sandbox. */
const nobody = new Proxy({} as SandboxApi, {
  get: (_target, name) =>
    // It is awaited, so it must be no promise itself.
    name === 'then' ? undefined : () => Promise.resolve({ kind: 'unreachable', why: 'no-answer' }),
});
const noSandbox: Surroundings['sandbox'] = {
  app: () => Promise.resolve(undefined),
  offsetSeconds: () => Promise.resolve(undefined),
  client: () => Promise.resolve(nobody),
};
const noEvents: Surroundings['events'] = { listen: () => () => undefined };

const allowed = { bySettings: 'allowed', today: 'allowed', reasons: [] } as const;

/** What a client id of the reader's own makes of an app: nothing of its settings is known. */
function appOf({ clientId, secret }: Credentials, flow: FlowName, origin: string): PlaygroundApp {
  const isConfidential = secret !== '' || needsSecret(flow);
  return {
    clientId,
    redirectUri: `${origin}/callback/`,
    clientType: isConfidential ? 'confidential' : 'public',
    known: 'assumed',
    // A flow that begins with tokens is led to the one that brings them.
    flows: { [secret === '' ? 'auth-code-pkce' : 'auth-code']: { ...allowed, reasons: [] } },
    ...(secret === '' ? {} : { clientSecret: secret }),
  };
}

function leftOf(request: Pick<Request, 'method' | 'url'>, how: Left['how'], at: number): Left {
  const { origin, pathname } = new URL(request.url);
  return { at, method: request.method, origin, path: pathname, how };
}

/** @param loadedWith the choice that the head script has read when this page was loaded */
export function createRoom(
  surroundings: Surroundings,
  chosen: ServerChoice,
  loadedWith: ServerChoice | undefined,
  outside: RoomOutside = pageOutside,
): Room {
  const { origin, session, clock, fetch } = surroundings;
  const keep = createMemory();
  const store = createChoiceStore(session);
  const choice = signal(chosen);
  const credentials = signal<Credentials>(none);
  const isUsed = signal(false);
  const core = signal<Core | undefined>(undefined);
  const sessions = createSessions();
  const revoked = signal<Room['revoked']['value']>(undefined);
  const takesSecrets = isLoopbackName(new URL(origin).hostname);
  const issuer = chosen.kind === 'own' ? chosen.issuer : chosen.origin;
  const { host } = new URL(issuer);

  const server = computed((): PlaygroundServer => {
    const { kind, origin: at } = choice.value;
    const facts = choice.value.kind === 'own' ? choice.value.facts : undefined;
    const endpoints = endpointsOf(choice.value);
    return {
      kind,
      name: host,
      origin: at,
      ...(endpoints && { endpoints }),
      ...(facts && { issuer: facts.issuer, tellsIssuer: facts.tellsIssuer }),
    };
  });
  const tokenUrl = (): string =>
    server.peek().endpoints?.token ?? `${chosen.origin}/restapi/oauth/token`;
  const ledger = createLedger((url) => url === tokenUrl());
  const note = (request: Pick<Request, 'method' | 'url'>, how: Left['how']): void =>
    ledger.note(leftOf(request, how, clock.now()));

  const direct = createDirectFetch({
    fetch,
    origin,
    isOnline: outside.isOnline,
    onBlocked: outside.onBlocked,
    onLeave: note,
  });

  const connects = new Set(loadedWith ? originsOf(loadedWith) : []);
  if (chosen.kind === 'ringcentral') connects.add(chosen.origin);
  const needsReload = computed(() => originsOf(choice.value).some((each) => !connects.has(each)));

  const facts = createFactsReader({
    choice,
    fetch: direct,
    write: (next) => {
      choice.value = next;
      store.write(next);
    },
  });

  const stayed = takeAway(keep, session, issuer);
  if (stayed !== undefined) {
    credentials.value = { ...none, clientId: stayed };
    isUsed.value = true;
  }

  /** The page goes to the server's sign-in and comes back: no reason to ask. */
  let isLeaving = false;
  const stopReminding = outside.remind(() => !isLeaving && sessions.live.peek().length > 0);

  return {
    choice,
    server,
    host,
    facts,
    needsReload,
    takesSecrets,
    credentials,
    isUsed,
    ledger,
    sessions,
    revoked,
    core,
    surroundings: {
      ...surroundings,
      // A spread would read the getter once.
      get path() {
        return surroundings.path;
      },
      fetch: direct,
      sandbox: noSandbox,
      events: noEvents,
      openWindow: (url, name) => {
        const opened = surroundings.openWindow(url, name);
        if (opened) note({ method: 'GET', url }, 'window');
        return opened;
      },
      navigate: (url) => {
        // Within this page: to another flow of the playground.
        if (url.startsWith('/')) return surroundings.navigate(url);
        isLeaving = true;
        note({ method: 'GET', url }, 'window');
        surroundings.navigate(url);
      },
      onLeave: (callback) =>
        surroundings.onLeave(() => {
          callback();
          leaveAway(keep, session, issuer);
        }),
      real: {
        get server() {
          return server.peek();
        },
        keep,
        makers: realMakers(credentials),
        follow: (run) => {
          core.value = run;
          const stopTelling = effect(() => {
            const app = appOf(credentials.value, run.flow.id, origin);
            run.app.value = app;
            const waitsAt = run.flow.steps.flatMap((step) =>
              asks(step, app, credentials.value, takesSecrets).length > 0 ? step.id : [],
            );
            run.app.value = { ...app, waitsAt };
          });
          const stopFollowing = sessions.follow(run);
          return () => {
            stopTelling();
            stopFollowing();
          };
        },
      },
    },
    adapt: (flow) => adaptFlow(flow, choice.peek()),
    refuses: (flow) => refusalOf(flow, choice.peek(), takesSecrets),
    forget: () => {
      credentials.value = none;
      isUsed.value = false;
      sessions.clear();
      core.peek()?.clear();
      keep.clear();
      takeAway(keep, session, issuer);
      keep.clear();
    },
    dispose: () => {
      facts.cancel();
      stopReminding();
    },
  };
}
