import type { Actor } from '#protocol/actors.ts';
import type { Exchange } from '#protocol/exchange.ts';

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
  | { kind: 'fixed'; value: string }
  /** A value of the flow; `prefix` stands before it, such as `Bearer `. */
  | { kind: 'value'; name: string; prefix?: string }
  | { kind: 'input'; name: string };

/** One parameter of a request, as the reader sees and edits it. */
export interface FlowParameter {
  name: string;
  source: ParameterSource;
  meaning: string;
  required: boolean;
  /** Offered, but not sent until the reader puts it in. */
  leftOut?: true;
  /** Such as `RFC 6749 4.1.3`, with its address. */
  spec: { label: string; href: string };
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

export interface FlowStep {
  id: string;
  /** What happens: "Trade the code for tokens". */
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
  request?: FlowRequest;
  /** Notes beside members of the answer, by JSON member or redirect parameter. */
  answerNotes: Record<string, string>;
  /** Label of the button that leads to the next step: "Call the API". */
  next?: string;
}

export interface FlowDefinition {
  id: string;
  title: string;
  /** One sentence. */
  summary: string;
  specs: { label: string; href: string }[];
  actors: Actor[];
  values: FlowValue[];
  steps: FlowStep[];
}

/** What a step left behind, as the runner tells it. */
export type StepOutcome =
  | {
      kind: 'done';
      values: Record<string, string>;
      /** Seconds that a value lives, where the answer says so. */
      lifetimes: Record<string, number>;
      exchange: Exchange;
    }
  | { kind: 'refused'; exchange: Exchange }
  | { kind: 'unreachable'; exchange: Exchange };
