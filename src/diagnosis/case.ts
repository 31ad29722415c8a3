import type { AppSettings, ClientType } from '#app-settings/app.ts';
import type { FlowDefinition } from '#flows/flow.ts';
import { stepNumber } from '#flows/runner.ts';
import { type Task, taskOf } from '#flows/task.ts';
import type { Exchange } from '#protocol/exchange.ts';
import {
  authorizeParameters,
  formOf,
  grantOf,
  headerOf,
  kindOf,
  queryOf,
  redirectOf,
  refusalOf,
} from '#protocol/exchange-parts.ts';
import type { VerifierDiagnosis } from './compare/verifier.ts';
import type { Unknown } from './recognise/known-parts.ts';

/** The app that a transcript is about, as far as it is known. */
export interface KnownApp {
  clientId: string;
  clientType: ClientType;
  redirectUris: readonly string[];
  /** What the rule book needs; without it no cause comes from the settings. */
  settings?: AppSettings | undefined;
}

/** A value that the app holds, with what is known of its life. */
export interface KnownValue {
  value: string;
  /** Milliseconds since the epoch: when it arrived. */
  at: number;
  lifetimeSeconds?: number | undefined;
  spentAt?: number | undefined;
  endedAt?: number | undefined;
}

/** What is known beside the exchanges. */
export interface About {
  app?: KnownApp | undefined;
  /** The flow that they are steps of. */
  flow?: FlowDefinition | undefined;
  /** What the app holds, by name on the wire. */
  values?: Readonly<Record<string, KnownValue>> | undefined;
  /**
   * What the exchange does not show, of one that was pasted: a rule concludes nothing from its
   * absence. Left out, all of it is there.
   */
  unknown?: readonly Unknown[] | undefined;
}

/** What the exchange is in a flow, whoever made the transcript. */
export type CaseTask = Task | 'consent' | 'other';

/** One exchange with all that a rule may look at. Nothing in it changes. */
export interface Case extends About {
  exchange: Exchange;
  /** Of the same transcript, oldest first. */
  earlier: readonly Exchange[];
  task: CaseTask;
  /** The step's id, empty where no flow is known: what an action opens. */
  step: string;
  /** Decoded, the first of each name; headers under their own names in small letters. */
  sent: ReadonlyMap<string, string>;
  /** Of the authorization request that led here; empty where none is known. */
  authorized: ReadonlyMap<string, string>;
  /** What came back by redirect: from the server's answer, or in the callback's own address. */
  returned: ReadonlyMap<string, string> | undefined;
  /** RingCentral's code where the answer has one, else the RFC's `error`. */
  code: string | undefined;
  /** Recomputed beforehand, because hashing takes a promise: see `withEvidence`. */
  verifier?: VerifierDiagnosis | undefined;
}

const byKind: Record<ReturnType<typeof kindOf>, CaseTask> = {
  authorize: 'authorize',
  'sign-in': 'sign-in',
  consent: 'consent',
  token: 'token',
  revoke: 'revoke',
  api: 'api',
  other: 'other',
};

/** Whether an exchange is the redirect's arrival at the app. */
function isReturn(exchange: Exchange, about: About): boolean {
  const { flow } = about;
  if (flow && exchange.step !== undefined) {
    return flow.steps.some(({ id, kind }) => id === exchange.step && kind === 'return');
  }
  return exchange.from === 'browser' && exchange.to === 'app';
}

function taskOfExchange(exchange: Exchange, about: About): CaseTask {
  if (isReturn(exchange, about)) return 'return';
  if (grantOf(exchange) === 'refresh_token') return 'refresh';
  const kind = kindOf(exchange);
  if (kind !== 'other') return byKind[kind];
  // A path that is nobody's: what the step was to do is still known.
  const step = about.flow?.steps.find(({ id }) => id === exchange.step);
  return step ? taskOf(step) : 'other';
}

function sentIn(exchange: Exchange): ReadonlyMap<string, string> {
  const headers = exchange.request.headers.map(([name, value]): [string, string] => [
    name.toLowerCase(),
    value,
  ]);
  // A posted form decides over the address that it is posted to.
  return new Map([...headers, ...queryOf(exchange), ...formOf(exchange)]);
}

const isAuthorize = (exchange: Exchange): boolean => kindOf(exchange) === 'authorize';

function returnedIn(exchange: Exchange, task: CaseTask): ReadonlyMap<string, string> | undefined {
  if (task !== 'return') return redirectOf(exchange);
  const [, text = ''] = exchange.request.url.split(/[?#](.*)/s);
  return new Map(new URLSearchParams(text.replace('#', '&')));
}

/** Puts together what a rule looks at. */
export function caseOf(exchange: Exchange, earlier: readonly Exchange[], about: About): Case {
  const task = taskOfExchange(exchange, about);
  const began = isAuthorize(exchange) ? exchange : earlier.findLast(isAuthorize);
  const stepOf = (wanted: CaseTask): string =>
    about.flow?.steps.find((step) => taskOf(step) === wanted)?.id ?? '';
  return {
    ...about,
    exchange,
    earlier,
    task,
    // What goes wrong in the sign-in is put right where it was asked for.
    step: ['return', 'sign-in', 'consent'].includes(task)
      ? stepOf('authorize')
      : (exchange.step ?? stepOf(task)),
    sent: sentIn(exchange),
    authorized: began ? authorizeParameters(began) : new Map(),
    returned: returnedIn(exchange, task),
    code: refusalOf(exchange).code,
  };
}

const plainNames: Partial<Record<CaseTask, string>> = {
  authorize: 'the authorization request',
  return: 'the redirect',
  token: 'the token request',
  refresh: 'the refresh',
  revoke: 'the revocation',
  api: 'the API call',
};

/** Where something is done, as it stands in a sentence: "step 2", or its plain name where no flow is known. */
export function where({ flow }: About, task: Task): string {
  const step = flow?.steps.find((one) => taskOf(one) === task);
  if (flow && step) return `step ${stepNumber(flow.steps, step.id)}`;
  return plainNames[task] ?? 'an earlier request';
}

/** Where a value comes from, as it stands in a sentence. */
export function whence({ flow }: About, name: string): string {
  const arrives = flow?.values.find((value) => value.name === name)?.arrivesAt;
  const number = arrives === undefined ? 0 : stepNumber(flow?.steps ?? [], arrives);
  return number > 0 ? `step ${number}` : 'an earlier answer';
}

/** The step that does something, for an action; empty where no flow is known. */
export function stepThat({ flow }: About, task: Task): string {
  return flow?.steps.find((one) => taskOf(one) === task)?.id ?? '';
}

/** Earlier exchanges that did the same, oldest first. */
export function before(one: Case, task: CaseTask): readonly Exchange[] {
  return one.earlier.filter((exchange) => taskOfExchange(exchange, one) === task);
}

/** Whether the server or the browser said no, by status, by redirect or by silence. */
export function isRefused({ exchange, returned, task }: Case): boolean {
  if (exchange.failure) return true;
  // What a page of the sign-in says to the user is said there, and reaches no app.
  if (task === 'sign-in' || task === 'consent') return returned?.has('error') === true;
  if (task === 'return') return returned?.has('error') === true || !isAnswer(returned);
  if (returned?.has('error')) return true;
  return (exchange.response?.status ?? 0) >= 400;
}

function isAnswer(returned: ReadonlyMap<string, string> | undefined): boolean {
  return returned?.has('code') === true || returned?.has('access_token') === true;
}

/** Whether somebody covered a value by hand: two that look the same may hide two values. */
export const isCovered = (text: string): boolean => /[*•]{3}|█{2}/.test(text);

/** Whether a header was covered, or is filled in by a program: nothing is known of its scheme. */
export const isStandIn = (text: string): boolean =>
  isCovered(text) || /^["']?(?:\$|%|\{|<|process\.|os\.)/.test(text);

/** Whether a text is a stand-in for what a log or a person hides: nothing can be read off it. */
export const isMasked = (text: string): boolean =>
  /masked-[a-z_]+-\d+-\d+chars/.test(text) || isCovered(text);

/**
 * Whether a part of the exchange is all there: of what was pasted nothing may be concluded from the
 * absence of what the paste does not show.
 */
export function isShown({ unknown }: About, part: Unknown): boolean {
  const [whole = part] = part.split(' ');
  return !unknown?.some((one) => one === part || one === whole);
}

/** The value of a request header. */
export function header({ exchange }: Case, name: string): string | undefined {
  return headerOf(exchange.request.headers, name.toLowerCase());
}
