import type { ClientType } from '#app-settings/app.ts';
import type { Actor } from '#protocol/actors.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { FlowName } from './ids.ts';
import type { SpecLink } from './specs.ts';

/** A named value that travels through a flow: who makes it, what for, how long it lives. */
export interface FlowValue {
  /** Its name on the wire, such as `code_verifier`. */
  name: string;
  /** A value keeps the colour of who made it. */
  maker: Actor;
  purpose: string;
  /** The step that brings it. */
  arrivesAt: string;
  /** Masked in transcripts, never put in a link. */
  secret: boolean;
  /** How long it lives, where the answer that brings it does not say: words, such as "Until this flow ends". */
  life?: string;
}

/** Where a parameter's first value comes from. */
export type ParameterSource =
  /** `own`: the input that stands in its place where the reader's own app has one. */
  | { kind: 'fixed'; value: string; own?: string }
  /** A value of the flow; `prefix` stands before it, such as `Bearer `. */
  | { kind: 'value'; name: string; prefix?: string }
  /** Of the app: `client_id` or `redirect_uri`. */
  | { kind: 'input'; name: string }
  /** The app's id and secret as HTTP Basic (RFC 6749 section 2.3.1). */
  | { kind: 'basic' };

/** One parameter of a request, as the reader sees and edits it. */
export interface FlowParameter {
  name: string;
  source: ParameterSource;
  meaning: string;
  required: boolean;
  /** Offered, but not sent until the reader puts it in. */
  leftOut?: true;
  /** Shown behind one control with its like, so that the request stays short. */
  folded?: true;
  /** Only for an app of this kind: a secret goes in a header, and an app without one names itself. */
  when?: ClientType;
  /** Such as `RFC 6749 4.1.3`, with its address. */
  spec: SpecLink;
}

/** A line from one actor to another in the diagram. */
export interface FlowMessage {
  kind: 'message';
  from: Actor;
  to: Actor;
  /** Shown as code, such as `POST /token`. */
  code?: string;
  label: string;
}

/** What an actor does alone: a box on its lifeline. */
export interface FlowNote {
  kind: 'note';
  at: Actor;
  icon: 'key' | 'lock' | 'check';
  label: string;
}

export interface FlowRequest {
  method: 'GET' | 'POST';
  /** Path on the server, such as `/restapi/oauth/token`. */
  path: string;
  /** Where the parameters go. */
  encoding: 'query' | 'form' | 'none';
  parameters: FlowParameter[];
  headers: FlowParameter[];
}

/**
 * How a step without a request of its own comes by its values: `pkce` and `state` are random, `user`
 * is a demo user's number and password, `jwt` is a credential of the console, `session` is a pair of
 * tokens that another flow handed on, or that a log-in brings.
 */
export type Making = 'pkce' | 'state' | 'user' | 'jwt' | 'session';

export interface FlowStep {
  id: string;
  /** What happens: "Exchange the code for tokens". */
  title: string;
  /** Two sentences at most. */
  summary: string;
  diagram: (FlowMessage | FlowNote)[];
  from: Actor;
  to: Actor;
  /**
   * `prepare`: the app makes values; `navigate`: a browser window goes to the server;
   * `sign-in`: the user acts there; `return`: the redirect comes back; `request`: the app sends and reads.
   */
  kind: 'prepare' | 'navigate' | 'sign-in' | 'return' | 'request';
  /** Of a `prepare` step. */
  making?: Making;
  /** Of a step that trades a code: the user signs in for it first. */
  signsIn?: true;
  /** Labels of the button that runs the step, where "Send" does not say it. */
  send?: { first: string; again: string };
  request?: FlowRequest;
  /** Of a `return` step: what the redirect carries. */
  brings?: 'code' | 'token';
  /** Set where the refusal is the point: the step is done when the server refuses. */
  expects?: 'refusal';
  /** Where a new value arrives, the one before it is kept under this name. */
  keeps?: Record<string, string>;
  /** Notes beside members of the answer, by JSON member or redirect parameter. */
  answerNotes: Record<string, string>;
  /** What the step is in a POSIX shell, where it has no request of its own. */
  terminal?: string;
  /** Label of the button that leads to the next step: "Call the API". */
  next?: string;
}

/** How a flow differs for some apps: members of its steps, by id, and the ids and names of what it has not. */
export interface FlowChange {
  steps: Record<string, Partial<FlowStep>>;
  /** Whole steps in the place of others, by the id that they share. */
  instead?: Record<string, FlowStep>;
  without?: string[];
  end?: string;
}

export interface FlowDefinition {
  id: FlowName;
  title: string;
  /** One sentence. */
  summary: string;
  specs: SpecLink[];
  actors: Actor[];
  /** Names that differ in this flow: with a secret, `app` is "Your server". */
  names?: Partial<Record<Actor, string>>;
  /** The demo app that runs it unless another is asked for. */
  app: string;
  /** What that app is. */
  clientType: ClientType;
  /** As an app with a secret runs it, where that is not how it is told. */
  asServer?: FlowChange;
  /** As an app runs it that gets no refresh token; `{why}` stands for the reason. */
  withoutRefresh?: FlowChange;
  values: FlowValue[];
  steps: FlowStep[];
  /** Said when the last step is done. */
  end: string;
  /** Flows that can go on with the tokens of this one. */
  then: FlowName[];
}

/** What a step left behind, as the runner tells it. */
export type StepOutcome =
  | {
      kind: 'done';
      /** What it brought, and for how long where the answer says so. */
      values: Record<string, { value: string; lifetimeSeconds?: number }>;
      exchange: Exchange;
    }
  | { kind: 'refused'; exchange: Exchange }
  | { kind: 'unreachable'; exchange: Exchange };
