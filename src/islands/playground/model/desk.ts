import { signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { FlowDefinition } from '#flows/flow.ts';
import type { FlowName } from '#flows/ids.ts';
import type { MistakeTitle } from '#flows/mistakes/mistake.ts';
import { loadFlow } from '#flows/registry.ts';
import { fragmentOf, readFragment } from './fragment.ts';
import type { PlaygroundLink } from './fragment.ts';
import { readHanded } from './handed.ts';
import { readText } from '#islands/storage/storage.ts';
import { createPlayground } from './playground.ts';
import type { Playground } from './playground.ts';
import type { ServerChoice } from './server/choice.ts';
import type { Room } from './server/room.ts';
import type { RoomParts } from './server/serve.ts';
import { serverKey } from './server/server-key.ts';
import type { SandboxCalls } from './sandbox-calls.ts';
import type { Surroundings } from './surroundings.ts';

/** Where flows are chosen: one run at a time, and the way from one to the next. */
export interface Desk {
  readonly playground: ReadonlySignal<Playground>;
  /** Grows with every run, so that a view can tell them apart. */
  readonly run: ReadonlySignal<number>;
  /** The real server in the sandbox's place, where one was chosen. */
  readonly room: ReadonlySignal<Room | undefined>;
  /** The servers to choose from are on screen. */
  readonly choosing: Signal<PlaygroundLink['server'] | 'open' | undefined>;
  /** Another server, or the sandbox again: what belonged to the one before is forgotten. */
  serve(choice: ServerChoice | undefined): Promise<void>;
  /** Begins the open flow anew, at the server and as the app of now. */
  begin(): void;
  /** A transcript is asked for, to be sent again: what is known of it, empty where nothing is yet. */
  readonly replay: Signal<string | undefined>;
  readonly sandbox: SandboxCalls;
  loadFlow(id: FlowName): Promise<FlowDefinition>;
  /** Another flow, with the app that the tokens in hand belong to where it begins with tokens. */
  choose(flow: FlowName, app?: string): Promise<void>;
  start(): void;
  dispose(): void;
}

/**
 * @param surroundings everything outside
 * @param shown the flow that the page was built with
 * @param followsLinks whether the page's fragment chooses the flow, as on `/playground/`
 * @param mistakes the titles of the flow's mistakes, where the page brings them
 */
export function createDesk(
  surroundings: Surroundings,
  shown: FlowDefinition,
  followsLinks: boolean,
  mistakes?: readonly MistakeTitle[],
): Desk {
  const playground = signal(createPlayground(surroundings, shown, undefined, mistakes));
  const run = signal(0);
  const room = signal<Room | undefined>(undefined);
  const choosing = signal<Desk['choosing']['value']>(undefined);
  let told = shown;
  const replay = signal<string | undefined>(undefined);
  let stopListening: (() => void) | undefined;
  let wanted = 0;
  let alive = false;

  /** The app of a flow that begins with tokens is the one that they belong to. */
  const appFor = (flow: FlowDefinition, app: string | undefined): string => {
    const at = room.value;
    if (at) return at.credentials.value.clientId;
    if (app !== undefined) return app;
    if (flow.steps[0]?.making !== 'session') return flow.app;
    return readHanded(surroundings.session)?.clientId ?? flow.app;
  };

  const open = (flow: FlowDefinition, link: PlaygroundLink): void => {
    playground.value.signIn.cancel();
    playground.value.dispose();
    told = flow;
    const at = room.value;
    const own = flow.id === shown.id ? mistakes : undefined;
    const next = createPlayground(
      at?.surroundings ?? surroundings,
      at?.adapt(flow) ?? flow,
      appFor(flow, link.app),
      own,
    );
    playground.value = next;
    run.value += 1;
    // At a real server nothing can be pressed before an app is named.
    if (!at || (at.isUsed.value && !at.refuses(flow.id)))
      void next.start(at ? undefined : link.mistake);
  };

  const parts: RoomParts = { surroundings, room, choosing, open: () => open(told, {}) };
  const serve: Desk['serve'] = async (choice) =>
    (await import('./server/serve.ts')).serve(parts, choice, playground.value);

  const follow = async (link: PlaygroundLink): Promise<void> => {
    wanted += 1;
    const mine = wanted;
    const flow = await loadFlow(link.flow ?? shown.id);
    // A later choice, or a page that is gone, has overtaken this one.
    if (mine !== wanted || !alive) return;
    if (link.server) choosing.value = link.server;
    open(flow, link);
  };

  const readLink = (): PlaygroundLink | undefined => {
    const fragment = surroundings.fragment();
    const read = readFragment(fragment);
    if (read.kind === 'case') replay.value = fragment;
    if (read.kind === 'unreadable') {
      playground.value.words.notify({
        kind: 'link-unreadable',
        text: 'The playground cannot read a flow or an app from this link, so it starts as it is. Choose a flow above.',
      });
    }
    return read.kind === 'link' ? read.link : undefined;
  };

  return {
    playground,
    run,
    room,
    choosing,
    serve,
    begin: () => open(told, {}),
    replay,
    sandbox: surroundings.sandbox,
    loadFlow,
    choose: async (flow, app) => {
      const link: PlaygroundLink = { flow, ...(app === undefined ? {} : { app }) };
      if (followsLinks) surroundings.setFragment(fragmentOf(link));
      await follow(link);
    },
    start: () => {
      alive = true;
      if (!followsLinks) {
        const own = appFor(shown, undefined);
        if (own === shown.app) void playground.value.start();
        else open(shown, { app: own });
        return;
      }
      stopListening = surroundings.onFragment(() => {
        const link = readLink();
        if (link) void follow(link);
      });
      const link = readLink();
      // A real server was chosen in this tab: what goes there comes late, and before anything begins.
      if (link?.server ?? readText(surroundings.session, serverKey)) {
        void import('./server/serve.ts').then(({ resume }) =>
          resume(parts, link?.server).then(() => follow(link ?? {})),
        );
      } else if (link && (link.flow ?? shown.id) !== shown.id) void follow(link);
      else if (link?.app !== undefined && link.app !== shown.app) open(shown, link);
      else void playground.value.start(link?.mistake);
    },
    dispose: () => {
      alive = false;
      stopListening?.();
      room.value?.dispose();
      playground.value.dispose();
    },
  };
}
