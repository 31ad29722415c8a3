import type { Announcement } from '#islands/parts/announcer.ts';
import type { ShownStep } from '#islands/diagram/shown-step.ts';
import type { ReadonlySignal } from '@preact/signals';
import type { ClientType } from '#app-settings/app.ts';
import type { FlowDefinition, FlowParameter, FlowStep } from '#flows/flow.ts';
import type { Misshape } from '#flows/runner.ts';
import type { Transcript } from '#flows/transcript.ts';
import type { Actor } from '#protocol/actors.ts';
import type { Exchange, ExchangeRequest } from '#protocol/exchange.ts';
import type { Mistake } from '#flows/mistakes/mistake.ts';
import type { InspectedToken } from '#islands/sandbox-api/sandbox-api.ts';
import type { AppSettings } from '#app-settings/app.ts';
import type { Finding, FindingAction } from '#diagnosis/finding.ts';
import type { MistakeState, Tried } from './kept-state.ts';

/** What an app's settings say of a flow, as the sandbox tells it. */
export interface FlowVerdict {
  bySettings: 'allowed' | 'warning' | 'refused';
  reasons: string[];
  predictedError?: string | undefined;
}

/** The app that the playground plays. */
export interface PlaygroundApp {
  clientId: string;
  redirectUri: string;
  clientType: ClientType;
  /** In memory only: read from the sandbox at every start. */
  clientSecret?: string;
  /** `assumed` until the sandbox has told; `unknown` when it has no such app. */
  known: 'assumed' | 'known' | 'unknown' | 'unreachable';
  /** Whether this site's callback is registered, so that a sign-in comes back to this page. */
  comesBack?: boolean;
  /** Every registered one. */
  redirectUris?: readonly string[];
  /** What the rule book decides by. */
  settings?: AppSettings;
  /** By flow. */
  flows?: Readonly<Record<string, FlowVerdict>>;
}

/** What a button of the playground does: a finding's actions, and what a waiting sign-in offers. */
export type PlaygroundAction = FindingAction | { kind: 'sign-in-here' };

/** Where requests go. Only the sandbox today. */
export interface PlaygroundServer {
  kind: 'sandbox';
  /** "the sandbox", as it stands in a sentence. */
  name: string;
  /** Scheme and authority, no trailing slash. */
  origin: string;
}

/** One step as the diagram and the rail show it. */
export interface StepView extends ShownStep {
  definition: FlowStep;
  /** Done, or refused where the refusal is the point: the way on is open. */
  settled: boolean;
}

export type RowState =
  | { kind: 'untouched' }
  /** `description` follows "Edited: ", such as "ends with a line break". */
  | { kind: 'edited'; description: string }
  /** Struck through, not sent. `usual` is an optional one that nobody left out: offer "Send it". */
  | { kind: 'left-out'; usual: boolean };

/** One parameter or header of the open step's request. `value` goes on the wire character for character. */
export interface RequestRow {
  name: string;
  value: string;
  /** What Restore brings back. */
  original: string;
  place: 'query' | 'form' | 'header';
  state: RowState;
  /** Meaning, spec link, whether it is required. */
  parameter: FlowParameter;
  /** Set where the row carries a value of the flow: its name, and the colour of who made it. */
  flowValue?: { name: string; maker: Actor };
  /** Set where that value has not arrived: "Arrives when step 4 succeeds". */
  awaited?: string;
}

/** What came back in the redirect's address. */
export interface RedirectParameter {
  name: string;
  value: string;
  note?: string | undefined;
}

export type StateCheck = 'matches' | 'differs' | 'missing' | 'not-sent' | 'unexpected';

/** What a step left behind. */
export type StepAnswer =
  | { kind: 'none' }
  /** Step 1: the app made its values. */
  | { kind: 'made'; names: string[]; note?: string | undefined }
  /** The reader acts at the server. `popup` is a hint only: a closed window may still be open behind COOP. */
  | {
      kind: 'waiting';
      mode: SignInMode;
      popup: 'open' | 'seems-closed' | 'unknown';
      since: number;
      /** Set where the server will show an error in its window and not redirect: say it. */
      hint?: string | undefined;
    }
  /** The redirect came back. */
  | {
      kind: 'redirect';
      url: string;
      parameters: RedirectParameter[];
      state: StateCheck;
      outcome: 'code' | 'token' | 'error' | 'stopped';
      receivedAt: number;
      exchange: Exchange;
    }
  /**
   * A request with its response, or with the failure that left it without one. The authorize step
   * has neither when it is done: its answer is the server's page, and the event stream may tell it later.
   */
  | { kind: 'exchange'; outcome: 'done' | 'refused' | 'unreachable'; exchange: Exchange }
  /** Step 3 when it is over. */
  | { kind: 'signed-in' };

export interface Expiry {
  /** Milliseconds since the epoch. */
  at: number;
  lifetimeSeconds: number;
  /** Never below 0. */
  remainingSeconds: number;
  /** Share of its life left, 0 to 1. */
  share: number;
}

/** A value chip. */
export interface ValueView {
  name: string;
  maker: Actor;
  purpose: string;
  secret: boolean;
  /** `awaited` has no value yet; `spent` is struck, `expired` and `ended` too. */
  status: 'awaited' | 'held' | 'spent' | 'expired' | 'ended';
  value?: string;
  /** Stands in place of the purpose: "Arrives when step 5 succeeds", "Spent with 47 s to go". */
  note?: string;
  /** True once the redirect brought this `state` back unchanged. */
  confirmed?: boolean;
  expiry?: Expiry;
}

export type SignInMode = 'popup' | 'same-page';

/** Something that the page says in place until it no longer holds. */
export interface Notice {
  kind:
    | 'popup-blocked'
    | 'sign-in-impossible'
    | 'came-back'
    | 'no-crypto'
    | 'storage-blocked'
    | 'storage-full'
    | 'storage-corrupt'
    | 'policy-failed'
    | 'clock-failed'
    | 'make-failed'
    | 'log-in-elsewhere'
    | 'link-unreadable';
  text: string;
  /** A way on that is a page. */
  link?: { label: string; href: string };
}

/** The code's countdown, for the step that trades it. */
export interface CodeTimer {
  remainingSeconds: number;
  lifetimeSeconds: number;
  /** From 20 s down: show the warning with Extend. */
  warning: boolean;
  expired: boolean;
}

/** A mistake of the flow, in the list. */
export interface MistakeView {
  id: string;
  step: string;
  title: string;
  /** Made ready, or on its way. */
  active: boolean;
  tried?: Tried;
}

/** The mistake that the reader makes now. */
export interface ActiveMistake {
  mistake: Mistake;
  stage: MistakeState['stage'];
  /** The prediction is on screen. */
  shown: boolean;
  guess?: string;
  result?: Tried;
  /** What its step has nothing of yet: a code that can be traded, or values of an earlier step. */
  lacks?: 'code' | 'values';
}

/** The playground without its page: read the signals, call the actions. */
export interface Playground {
  readonly flow: FlowDefinition;
  readonly app: ReadonlySignal<PlaygroundApp>;
  readonly server: ReadonlySignal<PlaygroundServer>;
  /** False until what the tab kept has been read; render the first state meanwhile. */
  readonly ready: ReadonlySignal<boolean>;

  readonly steps: ReadonlySignal<readonly StepView[]>;
  /** The open one. */
  readonly step: ReadonlySignal<StepView>;
  /** Of the open step; empty where it sends nothing. */
  readonly rows: ReadonlySignal<readonly RequestRow[]>;
  /** "1 value edited" counts these, left-out ones too. */
  readonly editedCount: ReadonlySignal<number>;
  /** Set where the form goes as something else, on purpose. */
  readonly shape: ReadonlySignal<Misshape | undefined>;
  /** What Send would put on the wire now. */
  readonly request: ReadonlySignal<ExchangeRequest | undefined>;
  /** Of the open step. */
  readonly answer: ReadonlySignal<StepAnswer>;
  /** "Sent 21:14:09 to the sandbox. Nothing left your computer."; empty before. */
  readonly sentNote: ReadonlySignal<string>;
  /** Of the open step's refusal; arrives a moment after the answer. */
  readonly explanation: ReadonlySignal<Finding | undefined>;
  /** A request is on its way. */
  readonly busy: ReadonlySignal<boolean>;
  /** The step that the next button leads to, once this one is done. */
  readonly next: ReadonlySignal<{ id: string; label: string } | undefined>;

  readonly values: ReadonlySignal<readonly ValueView[]>;
  readonly transcript: ReadonlySignal<Transcript>;
  readonly codeTimer: ReadonlySignal<CodeTimer | undefined>;
  /** Seconds a code lives for this app; 60 until Take your time. */
  readonly codeLifetimeSeconds: ReadonlySignal<number>;
  readonly signInMode: ReadonlySignal<SignInMode>;
  readonly notices: ReadonlySignal<readonly Notice[]>;
  readonly announcement: ReadonlySignal<Announcement>;
  /** Says to a screen reader what a button of the page did. */
  announce(text: string): void;
  /** Grows when the sign-in has come back: move focus to the open step's title. */
  readonly focusRequest: ReadonlySignal<number>;
  /** Of the whole flow, in the order of its steps; empty until they are loaded. */
  readonly mistakes: ReadonlySignal<readonly MistakeView[]>;
  readonly mistake: ReadonlySignal<ActiveMistake | undefined>;
  /** The sandbox's time, and how far it is from real time. */
  readonly now: ReadonlySignal<number>;
  readonly offsetSeconds: ReadonlySignal<number>;

  /**
   * Runs the open step: makes the values, opens the sign-in, or sends the request.
   * Call it straight from the click, without awaiting anything first, or the popup is blocked.
   */
  send(): Promise<void>;
  edit(name: string, value: string): void;
  leaveOut(name: string): void;
  /** Sends an optional row that is usually left out. */
  putIn(name: string): void;
  /** Brings one row back as it was, left out or edited. */
  restore(name: string): void;
  restoreAll(): void;
  openStep(id: string): void;
  /** Back to step 1 with nothing held; the transcript is emptied. */
  startOver(): void;
  /** Start over, and the tab's storage is emptied too. */
  forgetAll(): void;
  /** Gives the code in hand five more minutes. */
  extend(): Promise<void>;
  /** Makes codes live ten minutes for this app, before one is asked for. */
  takeYourTime(): Promise<void>;
  /** Asks for a new code with the reader's edits kept. Call it straight from the click. */
  getFreshCode(): Promise<void>;
  setSignInMode(mode: SignInMode): void;
  /** Stops waiting for the sign-in and goes back to the authorize step. */
  cancelSignIn(): void;
  /** What a fix's button does. Call it straight from the click. */
  apply(action: PlaygroundAction): Promise<void>;
  dismiss(notice: Notice['kind']): void;
  notify(notice: Notice): void;
  /** Makes a mistake ready: its step opens with the request broken, and nothing is sent yet. */
  tryMistake(id: string): Promise<void>;
  /** What the reader thinks will come: the text of a prediction. */
  guess(text: string): void;
  showPrediction(): void;
  /** Takes the mistake back and sends what is right. Call it straight from the click. */
  putRight(): Promise<void>;
  /** Takes the mistake back and sends nothing. */
  leaveMistake(): void;
  /** Moves the sandbox's clock on, or past the life of a value in hand. */
  moveClock(by: number | { past: string }): Promise<void>;
  resetClock(): Promise<void>;
  /** What a token means to the sandbox; undefined when it does not answer. */
  inspect(token: string): Promise<InspectedToken | undefined>;
  /**
   * Reads what the tab kept and begins to listen; call it once, in the browser, after the first
   * render, which is then the same as the server's.
   */
  start(mistake?: string): Promise<void>;
  /** Ends listening and ticking. */
  dispose(): void;
}
