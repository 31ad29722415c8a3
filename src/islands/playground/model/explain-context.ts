import { decodeForm } from '#protocol/form.ts';
import type { Exchange, ExchangeRequest } from '#protocol/exchange.ts';
import { errorCodeOf } from './explain/answer-code.ts';
import type { Core } from './core.ts';
import { lastOf } from './exchanges.ts';
import type { HeldValue } from './kept-state.ts';
import { expiryOf } from './values.ts';
import type { PlaygroundApp, StepAnswer } from './types.ts';

/** Everything that an explanation may look at; nothing in it changes. */
export interface ExplainContext {
  step: string;
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

export function createExplainContext(core: Core, answer: ExplainContext['answer']): ExplainContext {
  const { exchange } = answer;
  const { values, transcript } = core.kept.value;
  const now = core.surroundings.clock.now();
  const code = values['code'];
  return {
    step: core.open.value.id,
    answer,
    exchange,
    code: errorCodeOf(exchange.response?.body),
    app: core.app.value,
    sent: parametersOf(exchange.request),
    authorized: parametersOf(lastOf(transcript, 'authorize')?.request),
    values,
    earlier: transcript.exchanges.filter(({ id }) => id !== exchange.id),
    codeExpired: code !== undefined && expiryOf(code, exchange.startedAt)?.remainingSeconds === 0,
    now,
  };
}
