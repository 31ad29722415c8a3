/**
 * The words of the conformance table. A row is data and nothing else: it can be
 * printed, sent to a worker, or run in Node, and it knows no server's insides.
 * `{name}` inside any text stands for a variable that the runner or an earlier
 * step has set, such as `{clientId}`, `{code}` or `{other.clientId}`.
 */

/** M is MUST, S is SHOULD, m is MAY in the RFCs; P is a choice of this sandbox. */
export type Level = 'M' | 'S' | 'm' | 'P';
export type Preset = 'strict' | 'ringcentral' | 'ringcentral-today';

export type Pairs = readonly (readonly [name: string, value: string])[];

/** What a text, or a JSON value written as text, must be. `null`: it must not be there. */
export type Test =
  | string
  | null
  | { matches: string; flags?: string }
  | { excludes: string }
  | { oneOf: readonly string[] }
  | { not: string }
  | { type: 'number' | 'string' | 'array' | 'boolean' }
  | { all: readonly Test[] };

export interface RequestSpec {
  method: string;
  /** From the root; may carry a raw query. */
  path: string;
  query?: Pairs;
  headers?: Readonly<Record<string, string>>;
  /** Form pairs; `body` is a raw body instead. */
  form?: Pairs;
  body?: string;
  json?: unknown;
  /** Authenticates as one of the row's apps does: Basic where it has a secret, `client_id` in the body where not. */
  auth?: string;
  /** Basic with both halves form-encoded (RFC 6749 section 2.3.1), or as they are. */
  basic?: { id: string; secret: string; raw?: true };
  /**
   * Presses through the pages that follow, each by its first submit button, following redirects
   * within the server. `sign-in` stops at the page after the first form; `deny` presses that
   * button where a page has one.
   */
  press?: 'sign-in' | 'approve' | 'deny';
  /** Fields to change in the first form met, which is the sign-in form. */
  fill?: Readonly<Record<string, string>>;
  /** Which cookie jar the request uses; `reader` unless told. */
  browser?: string;
  /** Sent this many times, all at once. */
  times?: number;
}

export interface Outcome {
  status: number | readonly number[];
  headers?: Readonly<Record<string, Test>>;
  /** A redirect to `to` with these parameters, decoded once. `to` may have a query of its own. */
  redirect?: { to: string; in: 'query' | 'fragment'; has: Readonly<Record<string, Test>> };
  /** Members of a JSON answer; a dotted path reaches inside. */
  json?: Readonly<Record<string, Test>>;
  /** The body as text. */
  text?: Test;
}

/** Sends a request; the answer must be one of `accept`, and `save` keeps parts of it as variables. */
export interface SendStep {
  send: RequestSpec;
  accept: readonly Outcome[];
  /**
   * Variable to the part it takes: `json.<path>`, `redirect.<parameter>` of a query,
   * `fragment.<parameter>`, `header.<name>`, `text`,
   * and of the page's first form `form`, as its first button would post it, and `form.action`.
   */
  save?: Readonly<Record<string, string>>;
}
export type Step =
  | SendStep
  /** Moves the sandbox's clock on by so many seconds. */
  | { advance: number }
  /** Changes the policy in the middle of a row. */
  | { policy: Readonly<Record<string, unknown>> };

export interface Row {
  /**
   * `AS-124`, with a letter where a rule has several rows; `RC-…` for what RingCentral does;
   * `SB-…` for what the sandbox promises of its own accord.
   */
  id: string;
  level: Level;
  /** What is asked of the server, in a clause. */
  says: string;
  /** The presets it binds; the row runs once under each. */
  presets: readonly Preset[];
  /** Fields set over the preset. */
  fields?: Readonly<Record<string, unknown>>;
  /** Apps made before the row, by the name that its variables carry; `app` has none. */
  apps: Readonly<Record<string, AppSpec>>;
  given?: readonly Step[];
  request: RequestSpec;
  accept: readonly Outcome[];
  /** Of the answers to a request sent several times, at most so many may have this status. */
  atMost?: { count: number; status: number };
  /** A JSON member that must differ in each answer to a request sent several times. */
  distinct?: string;
  /** A JSON member that must be the same in each. */
  same?: string;
  /** What must hold afterwards. */
  after?: readonly Step[];
}

/** The body of `POST /sandbox/api/apps`. */
export interface AppSpec {
  name: string;
  portal: 'classic' | 'current';
  audience: 'private' | 'public';
  platformType?: string;
  methods?: readonly string[];
  issueRefreshTokens?: boolean;
  redirectUris: readonly string[];
  scopes: readonly string[];
  clientId?: string;
  clientSecret?: string;
}
