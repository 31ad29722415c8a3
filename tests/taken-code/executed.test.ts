import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FlowStep } from '#flows/flow.ts';
import { interpret } from '#flows/interpret.ts';
import { taskOf } from '#flows/task.ts';
import { type CodeForm, codeFormNames, codeForms } from '#flows/render/code/code-languages.ts';
import { secretsIn } from '#flows/render/code/secrets.ts';
import { writeCode } from '#flows/render/code/write-code.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import { decodeForm } from '#protocol/form.ts';
import { makeBasic } from '#protocol/make-basic.ts';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';
import { pressThrough } from '../support/press-through.ts';
import { record, type Recorded, type Recorder } from './support/recorder.ts';
import {
  allRows,
  assumedValues,
  firstValues,
  oddRequest,
  type Row,
  secretsOf,
  usualRequest,
} from './support/requests.ts';
import { makeRunner, type Runner } from './support/runners.ts';
import { mustRunInCi, runtimeOf } from './support/runtimes.ts';

/** The code that the playground hands out, written by it and run as it is, request by request of every flow. */
const rows = await allRows();
const folder = mkdtempSync(join(tmpdir(), 'taken-code-'));
const inCi = ['true', '1'].includes(process.env['CI'] ?? '');
const counts: string[] = [];

let server: RunningServer;
let recorder: Recorder;

async function control<Answer>(path: string, body: object): Promise<Answer> {
  const response = await fetch(`http://localhost:${server.port}/sandbox/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

beforeAll(async () => {
  server = await startServer({ port: 0 });
  recorder = await record(server.port);
  for (const { app } of rows) await control('/apps', app);
});
afterAll(async () => {
  await recorder.close();
  await server.close();
  rmSync(folder, { recursive: true });
  console.log(`\nForm        flows  requests  with odd values\n${counts.join('\n')}\n`);
});

const sends = ({ request }: FlowStep): boolean => request !== undefined;
/** A name that is a class in Java too. */
const nameOf = (row: Row, { id }: FlowStep, kind: 'Usual' | 'Odd'): string =>
  `${kind}_${row.label}_${id}`.replaceAll(/\W/g, '_');

/** What each program is told before it runs. */
const variables = (request: ExchangeRequest, row: Row, values: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    secretsIn(request, secretsOf(row, values)).map(({ env, value }) => [env, value]),
  );

/** Everything that a form writes, before anything runs. */
async function programsOf(form: CodeForm): Promise<Map<string, string>> {
  const programs = new Map<string, string>();
  for (const row of rows) {
    const values = await assumedValues(row);
    for (const step of row.flow.steps.filter(sends)) {
      const navigates = step.kind === 'navigate';
      const usual = usualRequest(row, step, recorder.origin, values);
      const write = async (kind: 'Usual' | 'Odd', request: ExchangeRequest): Promise<void> => {
        const code = await writeCode(form, request, secretsOf(row, values), navigates);
        if (code === undefined) throw new Error(`${form} shows no ${kind} ${row.label} ${step.id}`);
        for (const { value } of secretsIn(request, secretsOf(row, values))) {
          expect(code).not.toContain(value);
        }
        programs.set(nameOf(row, step, kind), code);
      };
      await write('Usual', usual);
      await write('Odd', oddRequest(row, step, recorder.origin));
    }
  }
  return programs;
}

/** A request as both sides read it: the order and the spelling of the encoding are a program's own. */
function read(method: string, url: string, authorization: string, body: string, type: string) {
  const { pathname, search } = new URL(url, recorder.origin);
  return {
    method,
    pathname,
    query: decodeForm(search.slice(1)),
    authorization,
    form: decodeForm(body),
    type: type.split(';')[0],
  };
}

const readOwn = ({ method, url, headers, body = '' }: ExchangeRequest) => {
  const field = (name: string) => headers.find(([one]) => one === name)?.[1] ?? '';
  return read(method, url, field('Authorization'), body, field('Content-Type'));
};
const readSent = ({ method, url, authorization, body, type }: Recorded) =>
  read(method, url, authorization, body, type);

interface Answered {
  status: number;
  body: string;
}

function answerIn(printed: string): Answered {
  const [, status = '', body = ''] = /^(\d{3}) ([\s\S]*)$/.exec(printed) ?? [];
  return { status: Number(status), body: body.trim() };
}

/** How the sandbox answers the page's own request. */
async function answerTo({ method, url, headers, body }: ExchangeRequest): Promise<Answered> {
  const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
  return { status: response.status, body: await response.text() };
}

const errorCode = ({ body }: Answered): unknown =>
  (JSON.parse(body) as { errors?: { errorCode: string }[] }).errors?.[0]?.errorCode;

async function makeValues(row: Row, step: FlowStep): Promise<Record<string, string>> {
  if (step.making === 'jwt') {
    return { assertion: (await control<{ jwt: string }>('/jwt', { extensionNumber: '101' })).jwt };
  }
  if (step.making !== 'session') return {};
  const { jwt } = await control<{ jwt: string }>('/jwt', { extensionNumber: '101' });
  const { clientId, clientSecret = '' } = row.app;
  const { body } = await answerTo({
    method: 'POST',
    url: `${recorder.origin}/restapi/oauth/token`,
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Authorization', makeBasic(clientId, clientSecret)],
    ],
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: jwt,
    }).toString(),
  });
  recorder.take();
  return JSON.parse(body) as Record<string, string>;
}

/** Runs a flow to its end, each request of it sent by a program. */
async function walk(row: Row, form: CodeForm, runner: Runner): Promise<number> {
  let values = await firstValues();
  let sent = 0;
  for (const step of row.flow.steps) {
    if (step.kind === 'prepare') {
      values = { ...values, ...(await makeValues(row, step)) };
      continue;
    }
    if (!sends(step)) continue;
    const request = usualRequest(row, step, recorder.origin, values);
    recorder.take();
    const printed = await runner.run(nameOf(row, step, 'Usual'), variables(request, row, values));
    sent += 1;
    if (step.kind === 'navigate') {
      const url = isRequest(form) ? request.url : printed.trim();
      const reached = isRequest(form)
        ? recorder.take().map(readSent)
        : [readOwn({ ...request, url })];
      expect(reached).toEqual([readOwn(request)]);
      const back = new URL(await pressThrough(url));
      const came = new URLSearchParams(back.search || back.hash.slice(1));
      expect(came.get('state')).toBe(values['state']);
      values = { ...values, ...Object.fromEntries(came) };
      continue;
    }
    expect(recorder.take().map(readSent), printed).toEqual([readOwn(request)]);
    const { status, body } = answerIn(printed);
    const isRefused = status >= 400 && status < 500;
    expect(step.expects === 'refusal' ? isRefused : status, printed).toBe(
      step.expects === 'refusal' ? true : 200,
    );
    const outcome = interpret(taskOf(step), {
      id: '',
      from: step.from,
      to: step.to,
      startedAt: 0,
      request,
      response: { status, headers: [], body },
    });
    if (outcome.kind !== 'done') continue;
    for (const [name, old] of Object.entries(step.keeps ?? {})) {
      values = { ...values, [old]: values[name] ?? '' };
    }
    for (const [name, { value }] of Object.entries(outcome.values)) {
      values = { ...values, [name]: value };
    }
  }
  return sent;
}

/** HTTP and curl send the sign-in's request itself; a program makes its address. */
const isRequest = (form: CodeForm): boolean => form === 'http' || form === 'curl';

async function sendOdd(row: Row, form: CodeForm, runner: Runner): Promise<number> {
  let sent = 0;
  for (const step of row.flow.steps.filter(sends)) {
    const request = oddRequest(row, step, recorder.origin);
    recorder.take();
    const printed = await runner.run(nameOf(row, step, 'Odd'), variables(request, row, {}));
    sent += 1;
    if (step.kind === 'navigate' && !isRequest(form)) {
      expect(readOwn({ ...request, url: printed.trim() })).toEqual(readOwn(request));
      continue;
    }
    expect(recorder.take().map(readSent), printed).toEqual([readOwn(request)]);
    if (step.kind === 'navigate') continue;
    const own = await answerTo(request);
    const answered = answerIn(printed);
    expect([answered.status, errorCode(answered)]).toEqual([own.status, errorCode(own)]);
  }
  return sent;
}

describe.each(codeForms)('a request taken away as %s', (form) => {
  const runtime = runtimeOf(form);
  if ('missing' in runtime) {
    counts.push(`${codeFormNames[form].padEnd(12)}not run here: ${runtime.missing}`);
    if (inCi && mustRunInCi.has(form)) {
      it('runs in CI', () => expect.fail(runtime.missing));
    } else it.skip(`not run here: ${runtime.missing}`, () => undefined);
    return;
  }
  let runner: Runner;
  const total = { flows: 0, requests: 0, odd: 0 };
  beforeAll(async () => {
    runner = await makeRunner(form, folder, await programsOf(form), runtime.command);
  });
  afterAll(() => {
    runner.close();
    const { flows, requests, odd } = total;
    counts.push(
      `${codeFormNames[form].padEnd(12)}${String(flows).padStart(5)}${String(requests).padStart(10)}${String(odd).padStart(17)}`,
    );
  });

  it.each(rows.map((row) => [row.label, row] as const))(
    '%s: every request, to the end, with an app of odd id and secret',
    async (_, row) => {
      total.requests += await walk(row, form, runner);
      total.flows += 1;
    },
  );

  it.each(rows.map((row) => [row.label, row] as const))(
    '%s: every request, with quotes, $, backslash, percent and a line break in its values',
    async (_, row) => {
      total.odd += await sendOdd(row, form, runner);
    },
  );
});
