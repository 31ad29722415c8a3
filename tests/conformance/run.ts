import type { AppSpec, Outcome, Preset, Row, Step } from './table/row.ts';
import { memberAt, redirectParameters, type Answer } from './runner/answer.ts';
import { CookieJar } from './runner/cookies.ts';
import { firstForm, formBody } from './runner/html-form.ts';
import { broken, mismatch } from './runner/judge.ts';
import { send, type Reach } from './runner/send.ts';
import type { Transport } from './runner/transport.ts';
import type { Variables } from './runner/variables.ts';

export type { Transport } from './runner/transport.ts';

export interface RunOptions {
  preset: Preset;
  /** Policy fields set over everything that the row sets: how a mutation is made. */
  weaken?: Readonly<Record<string, unknown>>;
}

export type Verdict = { kind: 'passed' } | { kind: 'failed'; why: string };

class RowFailure extends Error {}

const base64Url = (octets: Uint8Array) =>
  btoa(String.fromCharCode(...octets))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** A fresh PKCE pair, made here and not by the project's own code: an oracle of its own. */
async function pkcePair(): Promise<[verifier: string, challenge: string]> {
  const verifier = base64Url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return [verifier, base64Url(new Uint8Array(digest))];
}

/** One call of the control API; anything but success ends the row. */
async function control(transport: Transport, method: string, path: string, json?: unknown) {
  const response = await transport.fetch(
    new Request(`${transport.origin}/sandbox/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    }),
  );
  const text = await response.text();
  if (!response.ok) throw new RowFailure(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

async function addApp(transport: Transport, app: AppSpec, prefix: string, variables: Variables) {
  const made = await control(transport, 'POST', 'apps', app);
  const keep = (name: string, value: string | undefined) => {
    if (value !== undefined) variables.set(`${prefix}${name}`, value);
  };
  keep('clientId', memberAt(made, 'clientId')?.text);
  keep('clientSecret', memberAt(made, 'clientSecret')?.text);
  // A word for apps without one, so that a row can say what it sends.
  keep('redirectUri', app.redirectUris[0] ?? 'https://none.example.com/');
  keep('redirectUri2', app.redirectUris[1]);
}

function part(answer: Answer, from: string): string | undefined {
  if (from === 'text') return answer.text;
  if (from.startsWith('json.')) return memberAt(answer.json, from.slice(5))?.text;
  if (from.startsWith('header.')) return answer.headers.get(from.slice(7)) ?? undefined;
  const redirected = /^(redirect|fragment)\.(.+)$/.exec(from);
  if (redirected) {
    const place = redirected[1] === 'fragment' ? 'fragment' : 'query';
    const location = answer.headers.get('location') ?? '';
    return redirectParameters(location, place).find(([name]) => name === redirected[2])?.[1];
  }
  const form = firstForm(answer.text);
  if (form === undefined) return undefined;
  if (from === 'form') return formBody(form);
  const url = new URL(form.action, answer.url);
  return `${url.pathname}${url.search}`;
}

function judge(answer: Answer, accept: readonly Outcome[], variables: Variables, what: string) {
  const fault = broken(answer);
  if (fault) throw new RowFailure(`${what}: ${fault}; body ${answer.text.slice(0, 300)}`);
  const misses = accept.map((outcome) => mismatch(outcome, answer, variables));
  if (!misses.includes(undefined)) {
    const location = answer.headers.get('location');
    throw new RowFailure(
      `${what}: ${misses.join('; or ')}\n  answered ${answer.status}${location ? ` to ${location}` : ''} ${answer.text.slice(0, 300)}`,
    );
  }
}

/** The row's own request, as often as it asks; all answers are judged. */
async function ask(row: Row, reach: Reach): Promise<void> {
  const { times = 1 } = row.request;
  const answers = await Promise.all(Array.from({ length: times }, () => send(row.request, reach)));
  for (const answer of answers) judge(answer, row.accept, reach.variables, 'request');
  const { atMost, distinct, same } = row;
  const count = answers.filter(({ status }) => status === atMost?.status).length;
  if (atMost && count > atMost.count) throw new RowFailure(`${count} answers of ${atMost.status}`);
  const different = (path: string) => {
    const texts = answers.map(({ json }) => memberAt(json, path)?.text ?? '');
    return new Set(texts).size;
  };
  if (distinct && different(distinct) < times) throw new RowFailure(`${distinct} repeats`);
  if (same && different(same) > 1) throw new RowFailure(`${same} differs`);
}

/** A server as a row finds it: reset, under its policy, with its apps, and what its steps leave. */
interface Stage {
  reach: Reach;
  take(step: Step, what: string): Promise<void>;
}

/** What a row sets before its first step. */
type Setting = Pick<Row, 'apps' | 'fields'>;

async function setUp(
  { apps, fields }: Setting,
  transport: Transport,
  { preset, weaken = {} }: RunOptions,
): Promise<Stage> {
  const [verifier, challenge] = await pkcePair();
  const variables: Variables = new Map([
    ['origin', transport.origin],
    ['verifier', verifier],
    ['challenge', challenge],
  ]);
  const jars = new Map<string, CookieJar>();
  const reach: Reach = {
    transport,
    variables,
    jar(browser) {
      const jar = jars.get(browser) ?? new CookieJar();
      jars.set(browser, jar);
      return jar;
    },
  };
  let offsetSeconds = 0;
  const take = async (step: Step, what: string) => {
    if ('advance' in step) {
      offsetSeconds += step.advance;
      await control(transport, 'PUT', 'clock', { offsetSeconds });
    } else if ('policy' in step) {
      await control(transport, 'PUT', 'policy', { ...step.policy, ...weaken });
    } else {
      const answer = await send(step.send, reach);
      judge(answer, step.accept, variables, what);
      for (const [name, from] of Object.entries(step.save ?? {})) {
        const value = part(answer, from);
        if (value !== undefined) variables.set(name, value);
      }
    }
  };
  await control(transport, 'POST', 'reset', {});
  await control(transport, 'PUT', 'policy', { preset, ...fields, ...weaken });
  for (const [name, app] of Object.entries(apps)) {
    await addApp(transport, app, name === 'app' ? '' : `${name}.`, variables);
  }
  return { reach, take };
}

/**
 * Runs one row on a server that it may reset: it needs HTTP and the control API
 * and knows nothing else of the sandbox.
 */
export async function runRow(
  row: Row,
  transport: Transport,
  options: RunOptions,
): Promise<Verdict> {
  try {
    const { reach, take } = await setUp(row, transport, options);
    for (const [index, step] of (row.given ?? []).entries()) await take(step, `given ${index + 1}`);
    await ask(row, reach);
    for (const [index, step] of (row.after ?? []).entries()) await take(step, `after ${index + 1}`);
    return { kind: 'passed' };
  } catch (error) {
    if (error instanceof RowFailure) return { kind: 'failed', why: error.message };
    throw error;
  }
}

/** A request and what comes before it, without a word about its answer. */
export type Asked = Setting & Pick<Row, 'given' | 'request'>;

/**
 * Makes a request as a row does, and hands out its answer unjudged.
 *
 * @returns the answer, and the variables that the steps before it left
 */
export async function answerTo(
  { given = [], request, ...setting }: Asked,
  transport: Transport,
  options: RunOptions,
): Promise<{ answer: Answer; variables: Variables }> {
  const { reach, take } = await setUp(setting, transport, options);
  for (const [index, step] of given.entries()) await take(step, `given ${index + 1}`);
  return { answer: await send(request, reach), variables: reach.variables };
}
