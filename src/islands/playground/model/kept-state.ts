import * as z from 'zod/mini';
import { transcriptSchema } from '#flows/transcript.ts';
import { exchangeSchema } from '#protocol/exchange.ts';

/** Where the tab keeps a flow: one place for the guide's island and the playground. */
export const keptKey = (flow: string): string => `authorization-flows:playground:${flow}`;

const editSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), value: z.string() }),
  z.object({ kind: z.literal('left-out') }),
]);

/** How a sign-in is out; `by-itself`: the demo user's, without the reader. */
const outSchema = z.enum(['popup', 'same-page', 'by-itself']);

const stateCheckSchema = z.enum(['matches', 'differs', 'missing', 'not-sent', 'unexpected']);

/** What a step left behind. */
const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** Of a step that makes values. */
  z.object({
    kind: z.literal('made'),
    names: z.array(z.string()),
    note: z.optional(z.string()),
  }),
  /** The reader acts at the server. */
  z.object({
    kind: z.literal('waiting'),
    mode: outSchema,
    /** A hint only: a closed window may still be open behind COOP. */
    popup: z.enum(['open', 'seems-closed', 'unknown']),
    since: z.number(),
    /** Set where the server will show an error in its window and not redirect: say it. */
    hint: z.optional(z.string()),
  }),
  /** The redirect came back. */
  z.object({
    kind: z.literal('redirect'),
    url: z.string(),
    /** What its address carries. */
    parameters: z.array(
      z.object({ name: z.string(), value: z.string(), note: z.optional(z.string()) }),
    ),
    state: stateCheckSchema,
    /** Set where another server than the one that was asked names itself, or the one that always does did not. */
    issuer: z.optional(z.object({ expected: z.string(), said: z.optional(z.string()) })),
    outcome: z.enum(['code', 'token', 'error', 'stopped']),
    receivedAt: z.number(),
    exchange: exchangeSchema,
  }),
  /**
   * A request with its response, or with the failure that left it without one. The authorize step
   * has neither when it is done: its answer is the server's page, and the event stream may tell it later.
   */
  z.object({
    kind: z.literal('exchange'),
    outcome: z.enum(['done', 'refused', 'unreachable']),
    exchange: exchangeSchema,
  }),
  /** The sign-in is over. */
  z.object({ kind: z.literal('signed-in') }),
]);

/** A value that the flow holds. Times are milliseconds since the epoch. */
export const heldSchema = z.object({
  value: z.string(),
  at: z.number(),
  lifetimeSeconds: z.optional(z.number()),
  spentAt: z.optional(z.number()),
  /** Replaced by a refresh or revoked. */
  endedAt: z.optional(z.number()),
  /** The redirect brought it back unchanged. */
  confirmed: z.optional(z.boolean()),
  /** Said in place of its purpose. */
  note: z.optional(z.string()),
});

const pairSchema = z.object({ code_verifier: heldSchema, code_challenge: heldSchema });

/** An authorization request that is out, and whose redirect this tab waits for. */
const attemptSchema = z.object({
  mode: outSchema,
  /** What went on the wire; absent when it was left out or empty. */
  state: z.optional(z.string()),
  challenge: z.optional(z.string()),
  /** Verifier and challenge of the request before, which the code in hand goes with. */
  pairBefore: z.optional(pairSchema),
  /** Its own ones, where the reader went Back from it: others may be in hand when its answer comes. */
  pair: z.optional(pairSchema),
  url: z.string(),
  startedAt: z.number(),
  exchangeId: z.string(),
  /** The step to open when the code is here. */
  resumeAt: z.string(),
  transactionId: z.optional(z.string()),
  /** The window was blocked, so the sign-in took this page. */
  popupBlocked: z.optional(z.boolean()),
  /** The step that it resumes at is sent at once: a mistake was put right. */
  thenSend: z.optional(z.boolean()),
});

/** A mistake that the reader made on purpose, from Try until it is put right. */
const mistakeSchema = z.object({
  id: z.string(),
  step: z.string(),
  /** `getting` what it takes; `lacking` where that did not come; `set` and ready to be sent. */
  stage: z.enum(['getting', 'lacking', 'set', 'sent', 'answered']),
  guess: z.optional(z.string()),
  shown: z.optional(z.boolean()),
});

/** What a mistake was answered with. */
const triedSchema = z.object({ asPredicted: z.boolean(), actual: z.string() });

const byName = <Value extends z.ZodMiniType>(value: Value) => z.record(z.string(), value);

/**
 * Everything that survives a reload: read back through this schema from the tab's sessionStorage,
 * and never written anywhere else.
 */
export const keptStateSchema = z.object({
  version: z.literal(1),
  /** The app that runs it; absent in what an older page kept. */
  clientId: z.optional(z.string()),
  currentStep: z.string(),
  /** The values that a step was last sent with, while its answer is on screen. */
  sentWith: byName(byName(z.string())),
  edits: byName(byName(editSchema)),
  answers: byName(answerSchema),
  values: byName(heldSchema),
  transcript: transcriptSchema,
  codeLifetimeSeconds: z.number(),
  attempt: z.optional(attemptSchema),
  /** One that the reader went Back from, on this page: Forward leads to it, and its answer is taken. */
  left: z.optional(attemptSchema),
  lastEventId: z.optional(z.string()),
  /** Steps whose form is sent as something else, on purpose. */
  shapes: z.optional(byName(z.enum(['json', 'query']))),
  mistake: z.optional(mistakeSchema),
  tried: z.optional(byName(triedSchema)),
  /** A mistake was sent that may have ended what the server gave: the next one gets it anew. */
  spoiled: z.optional(z.boolean()),
});

export type KeptState = z.infer<typeof keptStateSchema>;
export type StepAnswer = z.infer<typeof answerSchema>;
export type Redirect = Extract<StepAnswer, { kind: 'redirect' }>;
export type StateCheck = z.infer<typeof stateCheckSchema>;
export type SignInMode = Exclude<z.infer<typeof outSchema>, 'by-itself'>;
export type HeldValue = z.infer<typeof heldSchema>;
export type MistakeState = z.infer<typeof mistakeSchema>;
export type Tried = z.infer<typeof triedSchema>;
export type HeldPair = z.infer<typeof pairSchema>;
export type Attempt = z.infer<typeof attemptSchema>;

/** What RingCentral's redirects say: a code lives for a minute. */
export const usualCodeLifetimeSeconds = 60;

/** A flow that nobody has begun. */
export function emptyState(firstStep: string, clientId: string): KeptState {
  return {
    version: 1,
    clientId,
    currentStep: firstStep,
    sentWith: {},
    edits: {},
    answers: {},
    values: {},
    transcript: { exchanges: [] },
    codeLifetimeSeconds: usualCodeLifetimeSeconds,
    shapes: {},
    tried: {},
  };
}

/** A record without some of its members. */
export function without<Value>(
  record: Readonly<Record<string, Value>>,
  ...names: readonly string[]
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
