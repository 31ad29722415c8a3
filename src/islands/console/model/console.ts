import { batch, computed, effect, signal } from '@preact/signals';
import { createMyApps, type KeepingProblem, type Offer } from '#islands/my-apps/my-apps.ts';
import { createAnnouncer } from '#islands/parts/announcer.ts';
import { type Answer, createSandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import type { NewJwt, Policy, PolicyPatch } from '#islands/sandbox-api/sandbox-api.ts';
import { createRequestList } from '#islands/sandbox-events/request-list.ts';
import type { News, StreamState, Wanted } from '#islands/sandbox-events/sandbox-events.ts';
import { createAppActions } from './apps.ts';
import type { nearlyFull } from './nearly-full.ts';
import { type Notice, problemWords } from './notice.ts';
import { home, type Place, placeLink, readPlace } from './place.ts';
import { createResource } from './resource.ts';
import type { ConsoleSurroundings } from './surroundings.ts';

const damagedLink: Notice = {
  tone: 'warning',
  text: 'The console does not know the part that this link names. Here are the apps.',
};

/** Requests after which there may be a session more or less. */
const sessionPaths = /\/restapi\/oauth\/(?:token|revoke|authorize)/;

/**
 * The console: what the sandbox has, where the reader is, and what can be done. It holds no truth of
 * its own: every change goes through the control API, and its answer is what is shown.
 */
export function createConsole(surroundings: ConsoleSurroundings) {
  const { origin, events, session, strangersChoice } = surroundings;
  const api = createSandboxApi({ fetch: surroundings.fetch, origin });
  const mine = createMyApps(session);

  const place = signal<Place>(home);
  const notice = signal<Notice | undefined>(undefined);
  const { announcement, announce: say } = createAnnouncer();
  const keeping = signal<KeepingProblem | undefined>(undefined);
  const missing = signal<Extract<Offer, { kind: 'missing' }> | undefined>(undefined);
  const requests = createRequestList(events, surroundings.since, hear);
  const leaveOutStrangers = signal(false);
  const ready = signal(false);

  const apps = createResource(() => api.listApps());
  const users = createResource(() => api.listUsers());
  const sessions = createResource(() => api.listSessions());
  const jwts = createResource(() => api.listJwts());
  const clock = createResource(() => api.getClock());
  const policy = createResource(() => api.getPolicy());
  const usage = createResource(() => api.getUsage());
  const fullShelves = computed(() =>
    (usage.state.value.value ?? []).filter((shelf) => shelf.nearlyFull),
  );
  /** The words for full shelves come when one is: hardly any page needs them. */
  const linesOf = signal<typeof nearlyFull>(() => []);
  effect(() => {
    if (fullShelves.value.length === 0) return;
    import('./nearly-full.ts').then(
      (words) => (linesOf.value = words.nearlyFull),
      () => undefined,
    );
  });
  /** The policy in force for the app that is open; the general one where the sandbox has no such app. */
  const appPolicy = createResource((): Promise<Answer<Policy>> => {
    const { app } = place.peek();
    const known = apps.state.peek().value?.some(({ clientId }) => clientId === app);
    return api.getPolicy(known ? app : undefined);
  });
  const all = [apps, users, sessions, jwts, clock, policy, usage];

  function show(next: Notice | undefined): void {
    notice.value = next;
    if (next) say(next.text);
  }
  /** Shows why a call came to nothing; answers whether it came to something. */
  function came<Value>(answer: Answer<Value>): answer is { kind: 'done'; value: Value } {
    if (answer.kind === 'done') return true;
    show({ tone: 'refused', text: problemWords(answer) });
    return false;
  }

  const appActions = createAppActions({ api, mine, apps, show, changed: () => void usage.load() });

  async function offerMissing(): Promise<void> {
    const { problem } = mine.rememberedApps();
    if (problem) keeping.value = problem;
    const offer = await mine.offerMissing(api);
    missing.value = offer.kind === 'missing' ? offer : undefined;
  }

  async function reload(): Promise<void> {
    await Promise.all(all.map((resource) => resource.load()));
    await Promise.all([appPolicy.load(), offerMissing()]);
  }

  async function makeMissing(): Promise<void> {
    const made = (await missing.peek()?.makeAgain()) ?? [];
    await Promise.all([apps.load(), usage.load()]);
    await offerMissing();
    const refused = made.find(({ answer }) => answer.kind !== 'done');
    if (refused && refused.answer.kind !== 'done') {
      const text = `${refused.app.name} was not restored. ${problemWords(refused.answer)}`;
      show({ tone: 'refused', text });
      return;
    }
    const names = made.map(({ app }) => app.name).join(', ');
    show({
      tone: 'done',
      text: `${names}: back under the same id and secret, without sessions and tokens.`,
    });
  }

  function forgetMissing(): void {
    for (const { clientId } of missing.peek()?.apps ?? []) mine.forgetApp(clientId);
    missing.value = undefined;
    say('Forgotten.');
  }

  let reloadingSessions = false;
  /** However many requests come at once, one more look follows. */
  async function sessionsMayHaveChanged(): Promise<void> {
    if (reloadingSessions) return;
    reloadingSessions = true;
    await Promise.resolve();
    reloadingSessions = false;
    await sessions.load();
  }

  function hear(news: News, was: StreamState): void {
    if (news.kind === 'state') {
      // The sandbox may have been started again in the meantime.
      if (was.kind === 'lost' && news.state.kind === 'open') void reload();
      return;
    }
    if (news.kind === 'gap' || !ready.peek()) return;
    const mayChange = ({ exchange }: (typeof news.events)[number]): boolean =>
      sessionPaths.test(exchange.request.url);
    if (news.events.some(mayChange)) void sessionsMayHaveChanged();
  }

  /** Which requests are listed: all but where the reader chose an app in the list. */
  function wantedNow(): Wanted {
    const { section, app } = place.peek();
    return {
      ...(section === 'requests' && app !== undefined && { clientId: app }),
      ...(leaveOutStrangers.peek() && { strangers: 'leave-out' }),
    };
  }
  let wanted: Wanted | undefined;
  function listenAsChosen(): void {
    const next = wantedNow();
    const isAsBefore = wanted?.clientId === next.clientId && wanted?.strangers === next.strangers;
    if (wanted !== undefined && isAsBefore) return;
    wanted = next;
    requests.listen(next);
  }

  function arrive(): void {
    const read = readPlace(surroundings.fragment());
    if (read === 'damaged') show(damagedLink);
    const next = read === 'damaged' ? home : (read ?? place.peek());
    const otherApp = next.app !== place.peek().app;
    place.value = next;
    if (wanted) listenAsChosen();
    if (otherApp && ready.peek()) void appPolicy.load();
  }

  /** Goes to a place. What was said of the one before is put away, unless it is to stay. */
  function go(next: Place, how: 'push' | 'replace' = 'push'): void {
    surroundings.setFragment(placeLink(next), how);
    arrive();
  }

  return {
    origin,
    fetch: surroundings.fetch,
    place,
    notice,
    announcement,
    keeping,
    missing,
    requests,
    leaveOutStrangers,
    ready,
    apps: apps.state,
    users: users.state,
    sessions: sessions.state,
    jwts: jwts.state,
    clock: clock.state,
    policy: policy.state,
    appPolicy: appPolicy.state,
    /** What is nearly full; none where all is well, or the sandbox does not say. */
    nearlyFull: computed(() => linesOf.value(fullShelves.value)),
    /** Nothing has answered yet but a refusal or silence. */
    unreachable: computed(() => apps.state.value.problem),
    now: () => surroundings.clock.now() + (clock.state.value.value?.offsetSeconds ?? 0) * 1000,

    start: (): (() => void) => {
      batch(arrive);
      const stopWatching = surroundings.watchFragment(arrive);
      leaveOutStrangers.value = strangersChoice.read();
      listenAsChosen();
      const stopClock = surroundings.watchClock((offsetSeconds) => clock.set({ offsetSeconds }));
      void reload().then(() => (ready.value = true));
      return () => {
        stopWatching();
        requests.stop();
        wanted = undefined;
        stopClock();
      };
    },
    reload,
    retry: async (): Promise<void> => {
      events.retryNow();
      await reload();
    },
    go,
    say,
    putAway: (): void => {
      notice.value = undefined;
    },
    ...appActions,
    makeMissing,
    forgetMissing,

    endSession: async (sessionId: string): Promise<void> => {
      const answer = await api.endSession(sessionId);
      const gone = answer.kind === 'refused' && answer.status === 404;
      if (gone || came(answer)) {
        show(undefined);
        say(
          gone
            ? 'That session had ended.'
            : 'The session is over. The sandbox refuses its tokens from now on.',
        );
        await Promise.all([sessions.load(), usage.load()]);
      }
    },

    mintJwt: async (jwt: NewJwt) => {
      const answer = await api.mintJwt(jwt);
      if (answer.kind === 'done') await Promise.all([jwts.load(), usage.load()]);
      return answer;
    },
    revokeJwt: async (id: string): Promise<void> => {
      if (came(await api.revokeJwt(id))) {
        say('The credential is revoked. Sessions that it started continue until they end.');
      }
      await Promise.all([jwts.load(), usage.load()]);
    },

    moveClock: async (offsetSeconds: number): Promise<void> => {
      const answer = await api.putClock(offsetSeconds);
      if (came(answer)) clock.set(answer.value);
    },

    /** Answers whether the sandbox took it. */
    setPolicy: async (patch: PolicyPatch, clientId?: string): Promise<boolean> => {
      const answer = await api.putPolicy(patch, clientId);
      if (!came(answer)) return false;
      show(undefined);
      if (clientId === undefined) policy.set(answer.value);
      await appPolicy.load();
      return true;
    },
    clearOverrides: async (clientId: string): Promise<void> => {
      if (came(await api.clearOverrides(clientId))) await appPolicy.load();
    },

    reset: async (): Promise<void> => {
      if (!came(await api.reset())) return;
      requests.forget();
      await reload();
      show({
        tone: 'done',
        text: 'Everything is as at the start: the demo apps, no sessions, the default policy, real time.',
      });
    },

    setLeaveOutStrangers: (choice: boolean): void => {
      leaveOutStrangers.value = choice;
      strangersChoice.write(choice);
      listenAsChosen();
    },
  };
}

export type Console = ReturnType<typeof createConsole>;
