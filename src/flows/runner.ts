import type { ClientType } from '#app-settings/app.ts';
import { makeBasic } from '#protocol/make-basic.ts';
import type { FlowParameter, FlowRequest, FlowStep, FlowValue } from './flow.ts';
import { encodeForm } from '#protocol/form.ts';
import type { FormPair } from '#protocol/form.ts';
import type { ExchangeRequest, Headers } from '#protocol/exchange.ts';

/** What the reader did to one parameter. Absent means untouched. */
export type Edit = { kind: 'value'; value: string } | { kind: 'left-out' };

/** What a step's request is made from. */
export interface Ingredients {
  /** By the name of an `input` source, such as `client_id`; `client_secret` where the app has one. */
  inputs: Readonly<Record<string, string>>;
  /** What the app is; without a word it is public. */
  clientType?: ClientType;
  /** By the name of a flow value; one that has not arrived is absent. */
  values: Readonly<Record<string, string>>;
  /** By the name of a parameter. */
  edits: Readonly<Record<string, Edit>>;
}

/** One parameter, ready to be shown and sent. */
export interface Row {
  parameter: FlowParameter;
  place: 'query' | 'form' | 'header';
  /** As it is before encoding: a line break is a line break. */
  value: string;
  /** What it would be without the reader's edit. */
  original: string;
  edit: Edit | undefined;
  /** Whether it goes on the wire. */
  sent: boolean;
  /** The value of the flow that it carries has not arrived. */
  awaited: boolean;
}

function originalOf({ source }: FlowParameter, { inputs, values }: Ingredients) {
  if (source.kind === 'fixed') {
    const own = source.own === undefined ? undefined : inputs[source.own];
    return { original: own ?? source.value, awaited: false };
  }
  if (source.kind === 'input') return { original: inputs[source.name] ?? '', awaited: false };
  if (source.kind === 'basic') {
    const secret = inputs['client_secret'];
    if (secret === undefined) return { original: '', awaited: true };
    return { original: makeBasic(inputs['client_id'] ?? '', secret), awaited: false };
  }
  const value = values[source.name];
  if (value === undefined) return { original: '', awaited: true };
  return { original: `${source.prefix ?? ''}${value}`, awaited: false };
}

/**
 * The rows of a request: its headers, then its parameters, with the reader's edits applied.
 *
 * @param request a step's request
 * @param ingredients inputs, values so far, edits
 */
export function rowsOf(request: FlowRequest, ingredients: Ingredients): Row[] {
  const place = request.encoding === 'form' ? 'form' : 'query';
  const { clientType = 'public' } = ingredients;
  const applies = ({ when }: FlowParameter): boolean => when === undefined || when === clientType;
  const row = (parameter: FlowParameter, at: Row['place']): Row => {
    const { original, awaited } = originalOf(parameter, ingredients);
    const edit = ingredients.edits[parameter.name];
    const sent = edit === undefined ? parameter.leftOut !== true : edit.kind === 'value';
    const value = edit?.kind === 'value' ? edit.value : original;
    return { parameter, place: at, value, original, edit, sent, awaited: awaited && !edit };
  };
  return [
    ...request.headers.filter(applies).map((parameter) => row(parameter, 'header')),
    ...request.parameters.filter(applies).map((parameter) => row(parameter, place)),
  ];
}

/** Ways to send a form that a token endpoint does not take: people do both. */
export type Misshape = 'json' | 'query';

function misshapen(form: ExchangeRequest, pairs: FormPair[], shape: Misshape): ExchangeRequest {
  const others = form.headers.filter(([name]) => name !== 'Content-Type');
  if (shape === 'json') {
    const headers: Headers = [['Content-Type', 'application/json'], ...others];
    return { ...form, headers, body: JSON.stringify(Object.fromEntries(pairs)) };
  }
  return { ...form, url: `${form.url}?${encodeForm(pairs)}`, body: '' };
}

/**
 * The request as it goes on the wire: each row's text encoded once, rows left out not sent,
 * nothing trimmed, nothing put right.
 *
 * @param request the step's method, path and encoding
 * @param rows from `rowsOf`
 * @param origin scheme and authority of the server, no trailing slash
 * @param shape sends a form as something else, on purpose
 */
export function requestOf(
  request: FlowRequest,
  rows: readonly Row[],
  origin: string,
  shape?: Misshape,
): ExchangeRequest {
  const pairs = (place: Row['place']): FormPair[] =>
    rows
      .filter((row) => row.sent && row.place === place)
      .map((row) => [row.parameter.name, row.value]);
  const query = encodeForm(pairs('query'));
  const headers: Headers = pairs('header').map(([name, value]) => [name, value]);
  // An endpoint may have a query of its own (RFC 6749 section 3.1).
  const sign = request.path.includes('?') ? '&' : '?';
  const url = `${origin}${request.path}${query === '' ? '' : `${sign}${query}`}`;
  if (request.encoding !== 'form') return { method: request.method, url, headers };
  const form: ExchangeRequest = {
    method: request.method,
    url,
    headers: [['Content-Type', 'application/x-www-form-urlencoded'], ...headers],
    body: encodeForm(pairs('form')),
  };
  return shape ? misshapen(form, pairs('form'), shape) : form;
}

/** The value of the flow that a parameter carries, if it carries one. */
export function valueIn(
  parameter: FlowParameter,
  values: readonly FlowValue[],
): FlowValue | undefined {
  const { source } = parameter;
  return source.kind === 'value' ? values.find(({ name }) => name === source.name) : undefined;
}

/** The position of a step, from 1, as "step 5" says it; 0 when the flow has no such step. */
export function stepNumber(steps: readonly FlowStep[], id: string): number {
  return steps.findIndex((step) => step.id === id) + 1;
}
