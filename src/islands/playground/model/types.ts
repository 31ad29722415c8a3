import type { ShownStep } from '#islands/diagram/shown-step.ts';
import type { AppSettings, ClientType } from '#app-settings/app.ts';
import type { FlowParameter, FlowStep } from '#flows/flow.ts';
import type { Task } from '#flows/task.ts';
import type { Actor } from '#protocol/actors.ts';
import type { RealServer } from '#protocol/exchange.ts';
import type { Mistake } from '#flows/mistakes/mistake.ts';
import type { MistakeState, Tried } from './kept-state.ts';
import type { AppAnswer } from './sandbox-calls.ts';

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
  /** One that is there at every start, and not the reader's own. */
  isDemo?: boolean;
  /** What the rule book decides by. */
  settings?: AppSettings;
  /** Steps that take what the reader has not entered. */
  waitsAt?: readonly string[];
  /** By flow. */
  flows?: AppAnswer['flows'];
}

/**
 * Where requests go. What a real server answers is held as the sandbox's answers are, whole, in
 * `answers` and `transcript`, but in memory alone: nothing of it is written into the tab's storage.
 */
export interface PlaygroundServer {
  kind: 'sandbox' | RealServer['kind'];
  /** "the sandbox" or a host, as it stands in a sentence. */
  name: string;
  /** Scheme and authority, no trailing slash. */
  origin: string;
  /** Where its endpoints are, where its metadata says so; else at RingCentral's paths. */
  endpoints?: Partial<Record<Task, string>>;
  /** Who it says that it is (RFC 8414 section 2); its origin unless it says something else. */
  issuer?: string;
  /** It names itself in every answer (RFC 9207). */
  tellsIssuer?: boolean;
}

/** One step as the diagram and the rail show it. */
export interface StepView extends ShownStep {
  definition: FlowStep;
  /** Done, or refused where the refusal is the point: the way on is open. */
  settled: boolean;
}

export type RowState =
  | { kind: 'untouched' }
  | { kind: 'edited' }
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
    | 'link-unreadable';
  text: string;
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
}
