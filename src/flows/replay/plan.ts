import type { ClientType } from '#app-settings/app.ts';
import { readBasic } from '#protocol/basic.ts';
import {
  authorizeParameters,
  formOf,
  grantOf,
  headerOf,
  isPageOfForm,
  kindOf,
  pathOf,
  queryOf,
  refusalOf,
} from '#protocol/exchange-parts.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { readMask } from '#protocol/mask/marker.ts';
import type { FlowDefinition, FlowParameter, FlowStep } from '../flow.ts';
import type { Edit, Misshape } from '../runner.ts';
import { taskOf } from '../task.ts';

/** One request of a transcript, as the playground sends it again. */
export interface ReplayItem {
  method: string;
  path: string;
  /** How it was answered then. */
  status?: number;
  code?: string;
  /** The step that sends it; undefined where none does. */
  step?: string;
  edits: Readonly<Record<string, Edit>>;
  shape?: Misshape;
  /** Secrets of it that this tab's own take the place of. */
  own: readonly string[];
  /** What of it is not sent again, and why, in sentences. */
  notes: readonly string[];
}

export interface ReplayPlan {
  items: readonly ReplayItem[];
  /** Said of the whole. */
  notes: readonly string[];
}

/** Whose app a transcript is. */
function clientOf(exchange: Exchange): string | undefined {
  const basic = readBasic(headerOf(exchange.request.headers, 'authorization') ?? '');
  const named = [
    exchange.clientId,
    authorizeParameters(exchange).get('client_id'),
    formOf(exchange).get('client_id'),
    basic.kind === 'basic' ? basic.raw.id : undefined,
  ];
  return named.find((id) => id !== undefined && id !== '' && !readMask(id));
}

/** Whose app a transcript is; undefined where none of it says. */
export const clientOfTranscript = (exchanges: readonly Exchange[]): string | undefined =>
  exchanges.map(clientOf).find((id) => id !== undefined);

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/;

function stepOf(exchange: Exchange, { steps }: FlowDefinition): FlowStep | undefined {
  const kind = kindOf(exchange);
  const known = steps.find(({ id, request }) => id === exchange.step && request !== undefined);
  if (known) return known;
  const path = pathOf(exchange);
  const withTask = (task: ReturnType<typeof taskOf>): FlowStep | undefined =>
    steps.find((step) => taskOf(step) === task);
  if (kind === 'authorize') return withTask('authorize');
  if (kind === 'revoke') return withTask('revoke');
  if (kind === 'token') {
    return withTask(grantOf(exchange) === 'refresh_token' ? 'refresh' : 'token');
  }
  return kind === 'api' ? steps.find(({ request }) => request?.path === path) : undefined;
}

/** Why no step sends it. */
function whyNot(exchange: Exchange): string {
  const kind = kindOf(exchange);
  if (kind === 'sign-in' || kind === 'consent' || isPageOfForm(exchange)) {
    return 'You sign in yourself, in the window that the sign-in request opens.';
  }
  const asked = queryOf(exchange);
  if (asked.has('code') || asked.has('error') || exchange.request.url.includes('#')) {
    return 'The redirect comes by itself, with a new code or token, after the sign-in.';
  }
  return 'The playground has no step that sends this request.';
}

/** Redirect URIs of the site that wrote the transcript are this site's own. */
function movedHere(value: string, from: string, here: string): string {
  try {
    const { origin, host, pathname } = new URL(value);
    const isSite = origin === from || /^\/callback\/?$/.test(pathname);
    const isHere = isSite && loopback.test(host) && pathname.startsWith('/callback');
    return isHere ? value.replace(origin, here) : value;
  } catch {
    return value;
  }
}

/** What a transcript is sent again with. */
export interface ReplayWith {
  flow: FlowDefinition;
  /** Of the app that sends it. */
  clientType: ClientType;
  /** Of this site, whose callback takes the place of another copy's. */
  origin: string;
}

interface Given extends ReplayWith {
  exchange: Exchange;
  /** Whose transcript it is. */
  clientId: string | undefined;
}

/** What a parameter was sent with; undefined where it was left out. */
type Sent = ReadonlyMap<string, string>;

function sentIn(exchange: Exchange, step: FlowStep): { sent: Sent; shape?: Misshape } {
  const { headers, body } = exchange.request;
  const isJson = /json/i.test(headerOf(headers, 'content-type') ?? '');
  if (isJson && body !== undefined) {
    try {
      const members = Object.entries(JSON.parse(body) as Record<string, unknown>);
      return {
        sent: new Map(members.map(([name, value]) => [name, String(value)])),
        shape: 'json',
      };
    } catch {
      return { sent: new Map(), shape: 'json' };
    }
  }
  const [query, form] = [queryOf(exchange), formOf(exchange)];
  if (step.request?.encoding !== 'form') return { sent: authorizeParameters(exchange) };
  return form.size === 0 && query.size > 0 ? { sent: query, shape: 'query' } : { sent: form };
}

function editOf(
  parameter: FlowParameter,
  value: string | undefined,
  { exchange, clientId, origin }: Given,
): Edit | 'own' | undefined {
  const { source, leftOut } = parameter;
  if (value === undefined) return leftOut ? undefined : { kind: 'left-out' };
  if (source.kind === 'value' || source.kind === 'basic' || readMask(value)) {
    return leftOut ? undefined : 'own';
  }
  if (source.kind === 'fixed') {
    return value === source.value && !leftOut ? undefined : { kind: 'value', value };
  }
  if (source.name === 'client_id') {
    return value === clientId ? undefined : { kind: 'value', value };
  }
  const from = exchange.request.url.replace(/^([a-z]+:\/\/[^/?#]*).*$/is, '$1');
  const moved = movedHere(value, from, origin);
  return moved === `${origin}/callback/` ? undefined : { kind: 'value', value: moved };
}

function itemOf(given: Given): ReplayItem {
  const { exchange, flow, clientType } = given;
  const { method } = exchange.request;
  const { code } = refusalOf(exchange);
  const about = {
    method,
    path: pathOf(exchange).split('#')[0] ?? '',
    ...(exchange.response ? { status: exchange.response.status } : {}),
    ...(code === undefined ? {} : { code }),
  };
  const step = stepOf(exchange, flow);
  if (!step?.request) return { ...about, edits: {}, own: [], notes: [whyNot(exchange)] };
  const { sent, shape } = sentIn(exchange, step);
  const { parameters, headers } = step.request;
  const applies = ({ when }: FlowParameter): boolean => when === undefined || when === clientType;
  const edits: Record<string, Edit> = {};
  const own: string[] = [];
  const put = (parameter: FlowParameter, value: string | undefined): void => {
    const edit = editOf(parameter, value, given);
    if (edit === 'own') own.push(parameter.name);
    else if (edit) edits[parameter.name] = edit;
  };
  for (const parameter of parameters.filter(applies)) put(parameter, sent.get(parameter.name));
  for (const parameter of headers.filter(applies)) {
    put(parameter, headerOf(exchange.request.headers, parameter.name.toLowerCase()));
  }
  const byHand = parameters.filter(
    ({ name, leftOut, source }) => leftOut && source.kind === 'value' && sent.has(name),
  );
  const known = new Set(parameters.map(({ name }) => name));
  const strange = [...sent.keys()].filter((name) => !known.has(name));
  const notes = [
    ...(method === step.request.method
      ? []
      : [`It was a ${method}; the step sends a ${step.request.method}.`]),
    ...byHand.map(
      ({ name }) => `${name} was sent too. Enter it by hand: this tab has its own value.`,
    ),
    ...(strange.length === 0 ? [] : [`The step has no ${strange.join(', ')}, so it is not sent.`]),
  ];
  return { ...about, step: step.id, edits, own, notes, ...(shape ? { shape } : {}) };
}

/** Hosts that a transcript's requests went to. */
function hostsOf(exchanges: readonly Exchange[]): string[] {
  const hosts = exchanges
    .filter((one) => ['authorize', 'token', 'revoke', 'api'].includes(kindOf(one)))
    .map(({ request }) => request.url.replace(/^[a-z]+:\/\/([^/?#]*).*$/is, '$1'));
  return [...new Set(hosts)].filter((host) => host !== '');
}

/**
 * How a transcript is sent again: which step sends each request, and what the reader would have to
 * change for it. No secret of it is used: the playground gets its own.
 */
export function planReplay(exchanges: readonly Exchange[], beside: ReplayWith): ReplayPlan {
  const clientId = clientOfTranscript(exchanges);
  const elsewhere = hostsOf(exchanges).filter((host) => !loopback.test(host));
  return {
    items: exchanges.map((exchange) => itemOf({ ...beside, exchange, clientId })),
    notes:
      elsewhere.length === 0
        ? []
        : [
            `It was sent to ${elsewhere.join(', ')}. Here each request goes to the server that the bar names.`,
          ],
  };
}
