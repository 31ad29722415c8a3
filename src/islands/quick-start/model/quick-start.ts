import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { type Awaited, type Milestone, awaitedAfter, seenIn } from '#diagnosis/watch/progress.ts';
import type { LanguageId } from '#flows/language-names.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { clientType } from '#app-settings/app.ts';
import type { Answer, AppView } from '#islands/sandbox-api/sandbox-api.ts';
import { isAfter } from '#islands/sandbox-events/is-after.ts';
import { createRequestList } from '#islands/sandbox-events/request-list.ts';
import type { News, StreamState } from '#islands/sandbox-events/sandbox-events.ts';
import { createStored } from '#islands/storage/stored.ts';
import { type Act, type DoneAct, actWords, mostActs, storedActsSchema } from './acts.ts';
import { type EnvLine, envLines } from './env-file.ts';
import { type LiveRow, type OtherPrograms, createLiveRows } from './live-rows.ts';
import { portProblem, type ProgramKind, redirectUriOf, usualPort } from './program.ts';
import { createStoredProgram } from './stored-program.ts';
import type { Explain, Host, QuickStartSurroundings } from './surroundings.ts';

/** Where on the page something was asked for: there it is told what came of it. */
export type Place = 'acts' | 'file' | 'port';

/** What came of what the reader asked for: done, nothing there that it could be done to, or not done. */
export interface Outcome {
  place: Place;
  kind: 'done' | 'none' | 'problem';
  words: string;
}

export interface QuickStart {
  readonly kind: ProgramKind;
  readonly origin: string;
  /** `checking` until the page knows where it is served from. */
  readonly host: ReadonlySignal<Host | 'checking'>;
  readonly app: ReadonlySignal<AppView | undefined>;
  /** Whether it is an app that the reader had made. */
  readonly ownApp: ReadonlySignal<boolean>;
  readonly port: ReadonlySignal<number>;
  readonly env: ReadonlySignal<readonly EnvLine[]>;
  /** Why the page could not begin. */
  readonly problem: ReadonlySignal<string | undefined>;
  /** What came of what the reader asked for last. */
  readonly outcome: ReadonlySignal<Outcome | undefined>;
  readonly busy: ReadonlySignal<boolean>;

  readonly stream: ReadonlySignal<StreamState>;
  readonly paused: ReadonlySignal<boolean>;
  /** Requests that came while the list stood still. */
  readonly waiting: ReadonlySignal<number>;
  /** What the program did since the page was opened, or the list cleared. */
  readonly rows: ReadonlySignal<readonly LiveRow[]>;
  /** What is drawn: the newest of them, and earlier ones that the reader wanted. */
  readonly drawn: ReadonlySignal<readonly LiveRow[]>;
  /** How many earlier requests are folded away. */
  readonly folded: ReadonlySignal<number>;
  readonly leaveOutStrangers: ReadonlySignal<boolean>;
  readonly others: ReadonlySignal<OtherPrograms>;
  readonly awaited: ReadonlySignal<Awaited | undefined>;
  readonly seen: ReadonlySignal<ReadonlySet<Milestone>>;

  /** Names the language of the program beside the page. */
  isBeside(language: LanguageId): void;
  start(): void;
  dispose(): void;
  retryNow(): void;
  pause(): void;
  follow(): void;
  clear(): void;
  showEarlier(): Promise<number | undefined>;
  setLeaveOutStrangers(choice: boolean): void;
  showOthers(shown: boolean): void;
  act(act: Act): Promise<void>;
  /** Registers the redirect URI of another port on the app, and writes it into `.env`. */
  movePort(port: string): Promise<void>;
  makeOwnApp(): Promise<void>;
  useDemoApp(): Promise<void>;
  makeJwt(): Promise<void>;
}

/** A JWT whose time is over ended so long ago, in milliseconds. */
const endedBefore = 60_000;

/** Words for an answer that was not the one hoped for. */
export function wordsFor(answer: Exclude<Answer<unknown>, { kind: 'done' }>): string {
  if (answer.kind === 'unreachable') {
    return 'The sandbox gave no answer. Is `npm start` still running?';
  }
  return `The sandbox refused: ${answer.message}`;
}

/**
 * The model of a quick start's page: which app the reader's program runs as, its `.env`, and every
 * request of it as the sandbox sees it.
 */
export function createQuickStart(
  kind: ProgramKind,
  surroundings: QuickStartSurroundings,
): QuickStart {
  const { origin, api, events, myApps, askHost, session, loadExplain, now } = surroundings;
  const stored = createStoredProgram(session, surroundings.local, kind.id);
  const before = stored.read();
  const storedActs = createStored(
    session,
    `authorization-flows:quick-start-acts:${kind.id}`,
    storedActsSchema,
  );
  const actsBefore = storedActs.read();
  const host = signal<Host | 'checking'>('checking');
  const app = signal<AppView>();
  const port = signal(before?.port ?? usualPort);
  const jwt = signal<string>();
  /** By which the sandbox knows it, until it is revoked. */
  const jwtId = signal<string>();
  const problem = signal<string>();
  const outcome = signal<Outcome>();
  const acts = signal<readonly DoneAct[]>(actsBefore.kind === 'value' ? actsBefore.value.acts : []);
  const language = signal<LanguageId>();
  const busy = signal(false);
  const ownClientId = signal(before?.ownClientId);
  const list = createRequestList(events, surroundings.since, hear);
  const leaveOutStrangers = signal(true);
  /** Whose requests are listed; undefined while none are. */
  let listedApp: string | undefined;

  /** Where nothing can be stored, a reload starts from the defaults. */
  const store = (): void =>
    stored.write({ version: 1, port: port.value, ownClientId: ownClientId.value });

  function keepActs(next: readonly DoneAct[]): void {
    acts.value = next.slice(-mostActs);
    storedActs.write({ version: 1, acts: [...acts.value] });
  }

  /** The newest request that the page has heard of. */
  function newestEvent(): string {
    const last = [...list.rows.peek(), ...list.waiting.peek()].findLast(
      (row) => row.kind === 'exchange',
    );
    return last?.event ?? '0';
  }

  const explain = signal<Explain>();
  let loading: Promise<void> | undefined;
  /** What explains, with the first request: a page that nobody runs a program beside never needs it. */
  const loadWith = (found: readonly Exchange[]): void => {
    if (loading || found.length === 0) return;
    loading = loadExplain().then(
      (loaded) => void (explain.value = loaded),
      () => void (loading = undefined),
    );
  };
  const watch = computed(() => {
    const current = app.value;
    return (
      current &&
      explain.value?.createWatch({
        clientId: current.clientId,
        redirectUris: current.redirectUris,
        clientType: clientType(current),
        settings: current,
      })
    );
  });
  const live = createLiveRows({ list, explain, watch, acts, language });
  const { exchanges } = live;
  /** What the last act waits for, until a request has come after it. */
  const awaitedOfAct = computed(() => {
    const last = acts.value.at(-1);
    if (!last || last.act === 'new-jwt' || live.newest.value === undefined) return undefined;
    return isAfter(live.newest.value, last.after) ? undefined : actWords[last.act].awaited;
  });

  const say = (place: Place, kind: Outcome['kind'], words: string): void =>
    void (outcome.value = { place, kind, words });

  /**
   * Runs what the reader asked for, one thing at a time.
   *
   * @param place where it is told what came of it; undefined where the page does it by itself
   * @param done answers what came of it
   */
  async function attempt<Value>(
    place: Place | undefined,
    what: () => Promise<Answer<Value>>,
    done: (value: Value) => Promise<string | undefined> | string | undefined,
  ): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    problem.value = undefined;
    if (place) outcome.value = undefined;
    const answer = await what();
    if (answer.kind === 'done') {
      const words = await done(answer.value);
      if (place && words !== undefined) say(place, 'done', words);
    } else if (place) say(place, 'problem', wordsFor(answer));
    else problem.value = wordsFor(answer);
    busy.value = false;
  }

  const needsPort = (view: AppView): boolean =>
    kind.serves && !view.redirectUris.includes(redirectUriOf(port.value));

  /** The app with the port's redirect URI on it; a reset of the sandbox takes that away. */
  async function withPort(answer: Answer<AppView>): Promise<Answer<AppView>> {
    if (answer.kind !== 'done' || !needsPort(answer.value)) return answer;
    const { clientId, redirectUris } = answer.value;
    return api.updateApp(clientId, { redirectUris: [...redirectUris, redirectUriOf(port.value)] });
  }

  async function load(): Promise<Answer<AppView>> {
    const id = ownClientId.value;
    if (id !== undefined) {
      const own = await api.getApp(id);
      if (own.kind === 'done') {
        // A tab that was opened since can make it again too, secret and all.
        myApps.rememberApp(own.value);
        return own;
      }
      const offer = await myApps.offerMissing(api);
      if (offer.kind === 'missing') await offer.makeAgain();
      const again = await api.getApp(id);
      if (again.kind === 'done') return again;
      ownClientId.value = undefined;
      if (own.kind !== 'unreachable') {
        say(
          'file',
          'none',
          'Your own app ended with the sandbox that had it, and this tab does not have its secret. The file names the demo app: copy it again, or make another app.',
        );
      }
    }
    return api.getApp(kind.demoClientId);
  }

  /** Lists the requests of the app that the program runs as. */
  function listen(clientId: string): void {
    listedApp = clientId;
    list.listen({ clientId, ...(leaveOutStrangers.value && { strangers: 'leave-out' }) });
  }

  const show = (view: AppView): undefined => {
    if (listedApp !== undefined && listedApp !== view.clientId) listen(view.clientId);
    app.value = view;
    store();
  };

  /** What to do with a file that has changed. */
  const takeAgain = kind.serves
    ? 'Copy it again, and start your program anew.'
    : 'Copy it again, and run the script.';

  /** After a restart of the sandbox: the app again, and a credential that the new server signed. */
  async function comeBack(): Promise<void> {
    const had = jwt.value;
    const answer = await withPort(await load());
    if (answer.kind === 'done') show(answer.value);
    if (had === undefined) return;
    const known = await api.listJwts();
    // A connection may break without a restart: then the credential is still there.
    const isThere = known.kind === 'done' && known.value.some(({ id }) => id === jwtId.value);
    if (isThere || jwtId.value === undefined) return;
    if ((await mint()).kind !== 'done') return;
    keepActs([]);
    say('file', 'none', `The sandbox was started again. The file has a new JWT. ${takeAgain}`);
  }

  /** Makes a JWT for the file; one whose time is over where a moment that is past is named. */
  async function mint(expiresAt?: number): Promise<Answer<{ jwt: string }>> {
    const answer = await api.mintJwt({
      extensionNumber: '101',
      ...(expiresAt !== undefined && { expiresAt }),
    });
    if (answer.kind === 'done') {
      jwt.value = answer.value.jwt;
      jwtId.value = answer.value.id;
    }
    return answer;
  }

  const acted = (act: DoneAct['act'], after: string): void =>
    keepActs([...acts.value, { act, after }]);

  /** An act on the JWT of the file. */
  async function actOnJwt(act: 'revoke-jwt' | 'end-jwt'): Promise<Answer<{ touched: boolean }>> {
    if (act === 'end-jwt') {
      const clock = await api.getClock();
      if (clock.kind !== 'done') return clock;
      const answer = await mint(now() + clock.value.offsetSeconds * 1000 - endedBefore);
      return answer.kind === 'done' ? { kind: 'done', value: { touched: true } } : answer;
    }
    // Revoked already: the sandbox has nothing of it that could be revoked.
    if (jwtId.value === undefined) return { kind: 'done', value: { touched: false } };
    const answer = await api.revokeJwt(jwtId.value);
    const isGone = answer.kind === 'refused' && answer.status === 404;
    if (answer.kind !== 'done' && !isGone) return answer;
    jwtId.value = undefined;
    return { kind: 'done', value: { touched: !isGone } };
  }

  async function actOnApp(
    act: Exclude<Act, 'revoke-jwt' | 'end-jwt'>,
  ): Promise<Answer<{ touched: boolean }>> {
    const answer = await api.act(app.value?.clientId ?? kind.demoClientId, act);
    if (answer.kind !== 'done') return answer;
    const touched = act === 'refuse-next-consent' || answer.value.sessions > 0;
    return { kind: 'done', value: { touched } };
  }

  function hear(news: News, was: StreamState): void {
    if (news.kind !== 'state') loadWith(exchanges.value);
    // The server was gone and is back: it may have forgotten the app.
    else if (news.state.kind === 'open' && was.kind === 'lost') void comeBack();
  }

  async function begin(): Promise<void> {
    host.value = await askHost();
    if (host.value !== 'node') return;
    leaveOutStrangers.value = surroundings.strangersChoice.read();
    if (listedApp === undefined) listen(ownClientId.value ?? kind.demoClientId);
    await attempt(undefined, async () => withPort(await load()), show);
    if (kind.id === 'jwt')
      await attempt(
        undefined,
        () => mint(),
        () => undefined,
      );
  }

  const quickStart: QuickStart = {
    kind,
    origin,
    host,
    app,
    ownApp: computed(() => ownClientId.value !== undefined),
    port,
    env: computed(() =>
      envLines(kind.id, {
        origin,
        clientId: app.value?.clientId ?? kind.demoClientId,
        clientSecret: app.value ? app.value.clientSecret : `${kind.demoClientId}-secret`,
        port: port.value,
        jwt: jwt.value,
      }),
    ),
    problem,
    outcome,
    busy,
    stream: list.stream,
    paused: list.paused,
    waiting: computed(() => list.waiting.value.filter((row) => row.kind === 'exchange').length),
    rows: live.rows,
    drawn: live.drawn,
    folded: list.folded,
    leaveOutStrangers,
    others: live.others,
    awaited: computed(() => awaitedOfAct.value ?? awaitedAfter(exchanges.value, kind.plan)),
    seen: computed(() => seenIn(exchanges.value)),

    isBeside: (name) => void (language.value = name),
    start: () => void begin(),
    dispose: () => {
      list.stop();
      listedApp = undefined;
    },
    retryNow: () => (host.value === 'node' ? events.retryNow() : void begin()),
    pause: list.pause,
    follow: list.follow,
    clear: list.clear,
    showEarlier: list.showEarlier,
    setLeaveOutStrangers: (choice) => {
      leaveOutStrangers.value = choice;
      surroundings.strangersChoice.write(choice);
      if (listedApp !== undefined) listen(listedApp);
    },
    showOthers: (shown) => void (live.othersShown.value = shown),
    act: (act) => {
      const after = newestEvent();
      return attempt<{ touched: boolean }>(
        'acts',
        () => (act === 'revoke-jwt' || act === 'end-jwt' ? actOnJwt(act) : actOnApp(act)),
        ({ touched }) => {
          const { done, none } = actWords[act];
          if (touched) {
            acted(act, after);
            return done;
          }
          say('acts', 'none', none ?? done);
          return undefined;
        },
      );
    },
    movePort: async (text) => {
      const next = Number(text);
      const wrong = portProblem(next, origin);
      if (wrong !== undefined) {
        say('port', 'problem', wrong);
        return;
      }
      const before = port.value;
      await attempt(
        'port',
        async () => {
          port.value = next;
          const answer = await withPort(await api.getApp(app.value?.clientId ?? kind.demoClientId));
          if (answer.kind !== 'done') port.value = before;
          return answer;
        },
        (view) => {
          show(view);
          return `Port ${next} is in the file, and its redirect URI is registered. ${takeAgain}`;
        },
      );
    },
    makeOwnApp: () =>
      attempt(
        'file',
        () =>
          api.createApp({
            ...kind.ownApp,
            redirectUris: kind.serves ? [redirectUriOf(port.value)] : [],
          }),
        async (view) => {
          myApps.rememberApp(view);
          ownClientId.value = view.clientId;
          show(view);
          if (kind.id === 'jwt') await mint();
          return `The file names an app of your own. ${takeAgain}`;
        },
      ),
    useDemoApp: () =>
      attempt(
        'file',
        () => {
          ownClientId.value = undefined;
          return load().then(withPort);
        },
        (view) => {
          show(view);
          return `The file names the demo app. ${takeAgain}`;
        },
      ),
    makeJwt: () => {
      const after = newestEvent();
      return attempt(
        'file',
        () => mint(),
        () => {
          acted('new-jwt', after);
          return `The file has a new JWT. ${takeAgain}`;
        },
      );
    },
  };

  return quickStart;
}
