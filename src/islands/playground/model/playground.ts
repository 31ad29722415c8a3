import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Finding } from '#diagnosis/finding.ts';
import type { FlowDefinition } from '#flows/flow.ts';
import type { MistakeTitle } from '#flows/mistakes/mistake.ts';
import { readApp } from './app.ts';
import { createSandboxClock } from './clock.ts';
import type { SandboxClock } from './clock.ts';
import { createCore } from './core.ts';
import { createExplaining } from './explaining.ts';
import { createHanding } from './handed.ts';
import { createKeeper } from './keeper.ts';
import { createMistakes } from './mistakes/mistakes.ts';
import type { Mistakes } from './mistakes/mistakes.ts';
import { createRequest } from './request/request.ts';
import type { Editing, StepRequest } from './request/request.ts';
import { createRunner } from './run/runner.ts';
import type { Runner } from './run/runner.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import { createSteps } from './steps.ts';
import type { Surroundings } from './surroundings.ts';
import type { PlaygroundApp, PlaygroundServer, StepView } from './types.ts';
import { createValues } from './values.ts';
import type { Values } from './values.ts';
import type { Words } from './words.ts';

/** The playground without its page: read the signals, call the actions. */
export interface Playground {
  /** As the app runs it; read where signals are followed, it is one. */
  readonly flow: FlowDefinition;
  readonly app: ReadonlySignal<PlaygroundApp>;
  /** Where its requests go. */
  readonly server: ReadonlySignal<PlaygroundServer>;
  /** False until what the tab kept has been read; render the first state meanwhile. */
  readonly ready: ReadonlySignal<boolean>;
  readonly words: Words;

  readonly steps: ReadonlySignal<readonly StepView[]>;
  /** The open one. */
  readonly step: ReadonlySignal<StepView>;
  /** The step that the next button leads to, once this one is done. */
  readonly next: ReadonlySignal<{ id: string; label: string } | undefined>;
  openStep(id: string): void;

  readonly request: StepRequest & Editing & Runner;
  readonly signIn: SignIn;
  readonly values: Values;
  readonly mistakes: Mistakes;
  readonly clock: SandboxClock;

  /** Of the open step's refusal; arrives a moment after the answer. */
  readonly explanation: ReadonlySignal<Finding | undefined>;
  /** Leaves for another page of the site. */
  navigate(url: string): void;

  /**
   * Reads what the tab kept and begins to listen; call it once, in the browser, after the first
   * render, which is then the same as the server's.
   */
  start(mistake?: string): Promise<void>;
  /** Ends listening and ticking. */
  dispose(): void;
}

/**
 * One run of a flow, by one app. It does nothing until `start()`, so that a page rendered on a
 * server and the first render in a browser are the same.
 *
 * @param surroundings everything outside: `browserSurroundings()` in a page
 * @param flow what is run
 * @param clientId the app that runs it; left out, the flow's own demo app
 * @param titles of the flow's mistakes, where the page brings them
 */
export function createPlayground(
  surroundings: Surroundings,
  flow: FlowDefinition,
  clientId: string = flow.app,
  titles?: readonly MistakeTitle[],
): Playground {
  const { origin, fetch, navigate, random, session, deferred, sandbox, real } = surroundings;
  const core = createCore(flow, clientId);
  const keep = real ? real.keep : session;
  const keeper = createKeeper(core, keep, deferred());
  const handing = createHanding(core, keep);
  const clock = createSandboxClock(surroundings.clock, sandbox, core);
  const signIn = createSignIn(
    core,
    surroundings,
    clock,
    () => void told.then(() => request.transmit()),
  );
  const values = createValues(
    core,
    { clock, sandbox },
    {
      leave: signIn.leave,
      forget: () => {
        keeper.forget();
        handing.forget();
      },
    },
  );
  const later = deferred();
  const makers = real?.makers;
  const request = createRequest(
    core,
    { fetch, random, clock, sandbox, navigate, makers },
    signIn,
    later,
  );
  const runner = createRunner(core, { clock, request, signIn });
  const mistakes = createMistakes(core, { request, runner, clock, sandbox }, titles);
  const { watch: explain, explanation } = createExplaining(core);
  let told = Promise.resolve();
  const stops: (() => void)[] = [];
  const started = signal(false);

  return {
    get flow() {
      return core.flow;
    },
    app: core.app,
    server: core.server,
    ready: core.ready,
    words: core,
    ...createSteps(core),
    openStep: core.openStep,
    request: {
      ...request,
      ...runner,
      send: () => {
        runner.forget();
        return mistakes.send();
      },
    },
    signIn,
    values,
    mistakes,
    clock,
    explanation,
    navigate,

    start: async (mistake) => {
      if (started.value) return;
      started.value = true;
      core.server.value = real?.server ?? { ...core.server.peek(), origin };
      core.app.value = { ...core.app.peek(), redirectUri: `${origin}/callback/` };
      stops.push(keeper.start());
      handing.adopt();
      core.ready.value = true;
      clock.tick();
      if (real) stops.push(real.follow(core));
      else told = readApp(core, sandbox);
      stops.push(
        handing.watch(),
        signIn.start(),
        explain(),
        mistakes.stop,
        later.drop,
        runner.stopRun,
        surroundings.onVisible(() => void clock.read()),
        surroundings.onLeave(keeper.writeNow),
        // Shown as it was left, from the browser's own cache: a sign-in on this page came to nothing,
        // or to an answer that a later page took.
        surroundings.onReturn(() => {
          keeper.readAgain();
          clock.tick();
          signIn.resume();
          void clock.read();
        }),
        surroundings.every(1000, () => {
          signIn.look();
          clock.tick();
        }),
      );
      await Promise.all([told, clock.read(), mistakes.start()]);
      if (mistake !== undefined) await mistakes.offer(mistake);
    },
    dispose: () => {
      for (const stop of stops.splice(0).reverse()) stop();
      keeper.writeNow();
    },
  };
}
