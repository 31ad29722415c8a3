import { computed, signal, type ReadonlySignal } from '@preact/signals';
import {
  type Awaited,
  type Milestone,
  type WatchedExchange,
  awaitedAfter,
  createWatch,
  seenIn,
} from '#diagnosis/watch/index.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { isPageOfForm } from '#protocol/exchange-parts.ts';
import { clientType } from '#app-settings/app.ts';
import type { Answer, AppView } from '#islands/sandbox-api/sandbox-api.ts';
import type { LogRow } from '#islands/sandbox-events/live-log.ts';
import { createRequestList } from '#islands/sandbox-events/request-list.ts';
import type { News, StreamState } from '#islands/sandbox-events/sandbox-events.ts';
import { createStored } from '#islands/storage/stored.ts';
import { type EnvLine, envLines } from './env-file.ts';
import { type ProgramKind, redirectUriOf, usualPort } from './program.ts';
import { storedProgramKey, storedProgramSchema } from './stored-program.ts';
import type { Diagnose, Host, QuickStartSurroundings } from './surroundings.ts';

/** What the page can do to the program that runs beside it. */
export type Act = 'expire-access-tokens' | 'refuse-next-consent' | 'revoke-sessions';

/** A row of the live panel: a request with its remarks, or a place where some are missing. */
export type LiveRow =
  | ({ kind: 'exchange' } & WatchedExchange)
  /** From before the page was opened: of another program, perhaps, and nothing is held against it. */
  | { kind: 'past'; exchange: Exchange }
  | { kind: 'gap'; id: string };

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
  /** Why something that the reader asked for did not happen. */
  readonly problem: ReadonlySignal<string | undefined>;
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
  readonly awaited: ReadonlySignal<Awaited | undefined>;
  readonly seen: ReadonlySignal<ReadonlySet<Milestone>>;

  start(): void;
  dispose(): void;
  retryNow(): void;
  pause(): void;
  follow(): void;
  clear(): void;
  showEarlier(): Promise<number | undefined>;
  setLeaveOutStrangers(choice: boolean): void;
  act(act: Act): Promise<void>;
  /** Registers the redirect URI of another port on the app, and writes it into `.env`. */
  movePort(port: number): Promise<void>;
  makeOwnApp(): Promise<void>;
  useDemoApp(): Promise<void>;
  makeJwt(): Promise<void>;
}

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
  const { origin, api, events, myApps, askHost, session, loadDiagnose } = surroundings;
  const stored = createStored(session, storedProgramKey(kind.id), storedProgramSchema);
  const read = stored.read();
  const before = read.kind === 'value' ? read.value : undefined;
  const host = signal<Host | 'checking'>('checking');
  const app = signal<AppView>();
  const port = signal(before?.port ?? usualPort);
  const jwt = signal<string>();
  const problem = signal<string>();
  const busy = signal(false);
  const ownClientId = signal(before?.ownClientId);
  const list = createRequestList(events, surroundings.since, hear);
  const leaveOutStrangers = signal(true);
  /** Whose requests are listed; undefined while none are. */
  let listedApp: string | undefined;

  /** Where nothing can be stored, a reload starts from the defaults. */
  const store = (): void =>
    void stored.write({ version: 1, port: port.value, ownClientId: ownClientId.value });

  /** What the program did; the page between its user's sign-in and consent is no step of it. */
  const steps = (of: readonly LogRow[]): readonly LogRow[] =>
    of.filter((row) => row.kind === 'gap' || !isPageOfForm(row.exchange));
  const listed = computed(() => steps(list.rows.value));
  const listedDrawn = computed(() => steps(list.drawn.value));
  const exchanges = computed<readonly Exchange[]>(() =>
    listed.value.flatMap((row) => (row.kind === 'exchange' ? [row.exchange] : [])),
  );
  const diagnose = signal<Diagnose>(() => []);
  let loading: Promise<void> | undefined;
  /** What explains, with the first request: a page that nobody runs a program beside never needs it. */
  const loadWith = (found: readonly Exchange[]): void => {
    if (loading || found.length === 0) return;
    loading = loadDiagnose().then(
      (loaded) => void (diagnose.value = loaded),
      () => void (loading = undefined),
    );
  };
  const watch = computed(() => {
    const current = app.value;
    return (
      current &&
      createWatch(
        {
          clientId: current.clientId,
          redirectUris: current.redirectUris,
          clientType: clientType(current),
          settings: current,
        },
        diagnose.value,
      )
    );
  });
  const watched = new WeakMap<WatchedExchange, LiveRow>();
  const past = new WeakMap<LogRow, LiveRow>();
  /** The same row for the same thing, so that what did not change is not drawn again. */
  function rowFor<Key extends object>(
    known: WeakMap<Key, LiveRow>,
    key: Key,
    make: () => LiveRow,
  ): LiveRow {
    const row = known.get(key) ?? make();
    known.set(key, row);
    return row;
  }
  const rows = computed<readonly LiveRow[]>(() => {
    const found = watch.value?.(exchanges.value) ?? [];
    let at = 0;
    return listed.value.flatMap((row): LiveRow[] => {
      if (row.kind === 'gap') return [row];
      const one = found[at++];
      return one ? [rowFor(watched, one, () => ({ kind: 'exchange', ...one }))] : [];
    });
  });
  const drawn = computed<readonly LiveRow[]>(() => {
    const before = Math.max(0, listedDrawn.value.length - listed.value.length);
    const earlier = listedDrawn.value
      .slice(0, before)
      .map((row) =>
        row.kind === 'gap'
          ? row
          : rowFor(past, row, () => ({ kind: 'past', exchange: row.exchange })),
      );
    const newest = rows.value.slice(Math.max(0, rows.value.length - listedDrawn.value.length));
    return [...earlier, ...newest];
  });

  /** Runs what the reader asked for, one thing at a time, and keeps why it failed. */
  async function attempt<Value>(
    what: () => Promise<Answer<Value>>,
    done: (value: Value) => void | Promise<void>,
  ): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    problem.value = undefined;
    const answer = await what();
    if (answer.kind === 'done') await done(answer.value);
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
      if (own.kind === 'done') return own;
      const offer = await myApps.offerMissing(api);
      if (offer.kind === 'missing') await offer.makeAgain();
      const again = await api.getApp(id);
      if (again.kind === 'done') return again;
      ownClientId.value = undefined;
    }
    return api.getApp(kind.demoClientId);
  }

  /** Lists the requests of the app that the program runs as. */
  function listen(clientId: string): void {
    listedApp = clientId;
    list.listen({ clientId, ...(leaveOutStrangers.value && { strangers: 'leave-out' }) });
  }

  const show = (view: AppView): void => {
    if (listedApp !== undefined && listedApp !== view.clientId) listen(view.clientId);
    app.value = view;
    store();
  };

  /** After a restart of the sandbox: the app again, and a credential that the new server signed. */
  async function comeBack(): Promise<void> {
    const answer = await withPort(await load());
    if (answer.kind === 'done') show(answer.value);
    if (jwt.value !== undefined) await mint();
  }

  async function mint(): Promise<Answer<{ jwt: string }>> {
    const answer = await api.mintJwt({ extensionNumber: '101' });
    if (answer.kind === 'done') jwt.value = answer.value.jwt;
    return answer;
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
    await attempt(async () => withPort(await load()), show);
    if (kind.id === 'jwt') await quickStart.makeJwt();
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
    busy,
    stream: list.stream,
    paused: list.paused,
    waiting: computed(() => list.waiting.value.filter((row) => row.kind === 'exchange').length),
    rows,
    drawn,
    folded: list.folded,
    leaveOutStrangers,
    awaited: computed(() => awaitedAfter(exchanges.value, kind.plan)),
    seen: computed(() => seenIn(exchanges.value)),

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
    act: (act) =>
      attempt(
        () => api.act(app.value?.clientId ?? kind.demoClientId, act),
        () => undefined,
      ),
    movePort: (next) =>
      attempt(async () => {
        const before = port.value;
        port.value = next;
        const answer = await withPort(await api.getApp(app.value?.clientId ?? kind.demoClientId));
        if (answer.kind !== 'done') port.value = before;
        return answer;
      }, show),
    makeOwnApp: () =>
      attempt(
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
        },
      ),
    useDemoApp: () =>
      attempt(() => {
        ownClientId.value = undefined;
        return load().then(withPort);
      }, show),
    makeJwt: () => attempt(mint, () => undefined),
  };

  return quickStart;
}
