import { stepNumber } from '#flows/runner.ts';
import { taskOf } from '#flows/task.ts';
import type { Task } from '#flows/task.ts';
import { decodeForm } from '#protocol/form.ts';
import type { Exchange, ExchangeRequest } from '#protocol/exchange.ts';
import type { Fix } from './explain/explanation.ts';
import { errorCodeOf } from './explain/answer-code.ts';
import type { Core } from './core.ts';
import { lastOf } from './exchanges.ts';
import type { HeldValue } from './kept-state.ts';
import { expiryOf } from './values.ts';
import type { PlaygroundApp, StepAnswer } from './types.ts';

/** Everything that an explanation may look at; nothing in it changes. */
export interface ExplainContext {
  step: string;
  /** What the step does, whatever its flow calls it. */
  task: Task;
  /** "step 5", where that is done first; "an earlier step" in a flow without it. */
  where(task: Task): string;
  /** "step 5", which brings that value. */
  whence(value: string): string;
  /** Begins the session anew: a sign-in, another trade, new tokens. */
  again: Fix;
  /** Exchanges of the steps that do it, earlier ones, oldest first. */
  before(task: Task): readonly Exchange[];
  answer: Extract<StepAnswer, { kind: 'exchange' | 'redirect' }>;
  exchange: Exchange;
  /** RingCentral's code where the answer has one, else the RFC's `error`. */
  code: string | undefined;
  app: PlaygroundApp;
  /** Decoded, as they went on the wire; a name that was left out is absent. */
  sent: Readonly<Record<string, string>>;
  /** The same of the authorization request that this flow began with. */
  authorized: Readonly<Record<string, string>>;
  values: Readonly<Record<string, HeldValue>>;
  /** Earlier exchanges of this flow, oldest first, this one not among them. */
  earlier: readonly Exchange[];
  codeExpired: boolean;
  now: number;
}

/** A request's parameters, decoded, the first of each name; its Authorization header under that name. */
export function parametersOf(request: ExchangeRequest | undefined): Record<string, string> {
  if (!request) return {};
  const query = request.url.split('?').slice(1).join('?');
  const found: [string, string][] = [];
  for (const text of [query, request.body ?? '']) {
    const form = decodeForm(text);
    if (form.kind === 'form') for (const [name, value] of form.pairs) found.push([name, value]);
  }
  found.push(...request.headers);
  return Object.fromEntries(found.reverse());
}

function again(core: Core): Fix {
  if (core.stepThat('authorize')) {
    return { label: 'Sign in again', action: { kind: 'fresh-code' } };
  }
  const trade = core.stepThat('token');
  return trade
    ? { label: 'Trade again for new tokens', action: { kind: 'open-step', step: trade.id } }
    : {
        label: 'Get new tokens',
        action: { kind: 'open-step', step: core.flow.steps[0]?.id ?? '' },
      };
}

export function createExplainContext(core: Core, answer: ExplainContext['answer']): ExplainContext {
  const { exchange } = answer;
  const { values, transcript } = core.kept.value;
  const now = core.clock.now();
  const code = values['code'];
  const { steps } = core.flow;
  const earlier = transcript.exchanges.filter(({ id }) => id !== exchange.id);
  const say = (number: number): string => (number > 0 ? `step ${number}` : 'an earlier step');
  return {
    step: core.open.value.id,
    task: taskOf(core.open.value),
    where: (task) => say(stepNumber(steps, core.stepThat(task)?.id ?? '')),
    whence: (name) =>
      say(
        stepNumber(steps, core.flow.values.find((value) => value.name === name)?.arrivesAt ?? ''),
      ),
    again: again(core),
    before: (task) =>
      earlier.filter(({ step: id }) => steps.some((one) => one.id === id && taskOf(one) === task)),
    answer,
    exchange,
    code: errorCodeOf(exchange.response?.body),
    app: core.app.value,
    sent: parametersOf(exchange.request),
    authorized: parametersOf(lastOf(transcript, core.stepThat('authorize')?.id ?? '')?.request),
    values,
    earlier,
    codeExpired: code !== undefined && expiryOf(code, exchange.startedAt)?.remainingSeconds === 0,
    now,
  };
}
