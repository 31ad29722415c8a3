import type { AppSettings, ClientType } from '#app-settings/app.ts';
import { clientType } from '#app-settings/app.ts';
import { fitFlow } from '#flows/fit.ts';
import type { FlowDefinition, FlowStep } from '#flows/flow.ts';
import { flowNames } from '#flows/ids.ts';
import { loadFlow } from '#flows/registry.ts';
import { envName } from '#flows/render/code/env-name.ts';
import type { Secret } from '#flows/render/code/secrets.ts';
import { type Edit, requestOf, rowsOf } from '#flows/runner.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import { makeBasic } from '#protocol/make-basic.ts';
import { s256Challenge } from '#protocol/pkce.ts';
import { makeDemoApps } from '#sandbox/demo/apps.ts';

/** What a quoting trips over, all at once; of printable ASCII, as ids, secrets and headers are. */
const marks = `'"$\\%41{x}\`#!&=`;
/** A value that may be any text: with a line break, a tab and a letter beyond ASCII besides. */
const anyText = `a${marks} +ü\n\tend`;
/** A secret in a form, which comes from the environment; a header bears no line break. */
const anySecret = `s3cret-${marks} ü\nend`;
const headerSecret = `t0ken-${marks}`;

/** One app of its own a flow, with every mark in its id and its secret. */
export interface OwnApp extends AppSettings {
  clientId: string;
  clientSecret?: string;
}

/** A flow as one app runs it. */
export interface Row {
  label: string;
  flow: FlowDefinition;
  app: OwnApp;
}

function row(told: FlowDefinition, appId: string, as?: string): Row {
  const demo = makeDemoApps(0, ['http://localhost']).find((one) => one.clientId === appId);
  if (!demo) throw new Error(`No demo app ${appId}`);
  const {
    clientSecret,
    redirectUris,
    name,
    portal,
    audience,
    platformType,
    methods,
    issueRefreshTokens,
    scopes,
  } = demo;
  const label = as === undefined ? told.id : `${told.id} ${as}`;
  const app: OwnApp = {
    name,
    portal,
    audience,
    scopes,
    redirectUris: redirectUris.slice(0, 1),
    clientId: `${label.replaceAll(' ', '-')}-${marks}`,
    ...(platformType && { platformType }),
    ...(methods && { methods }),
    ...(portal === 'current' && { issueRefreshTokens: issueRefreshTokens ?? true }),
    ...(clientSecret === undefined ? {} : { clientSecret: `secret-of-it-${marks}` }),
  };
  const type: ClientType = clientType(app);
  return { label, flow: fitFlow(told, { clientType: type }), app };
}

/** Every flow by its own demo app's settings, and PKCE as a server does it besides. */
export async function allRows(): Promise<Row[]> {
  const flows = await Promise.all(flowNames.map(loadFlow));
  return flows.flatMap((flow) => [
    row(flow, flow.app),
    ...(flow.id === 'auth-code-pkce' ? [row(flow, 'sandbox-server-web', 'with a secret')] : []),
  ]);
}

/** A fixed one: the challenge stands in the programs, which are written before they run. */
const verifier = 'sandbox-verifier-not-a-secret-0123456789-abcdef';

/** What a run holds, from its first step on. */
export async function firstValues(): Promise<Record<string, string>> {
  return {
    state: anyText,
    code_verifier: verifier,
    code_challenge: await s256Challenge(verifier),
    username: '+18335550100*101',
    password: 'sandbox-password',
  };
}

/** Stand-ins for what arrives in a run: the programs are written with these, and know them as secrets. */
export async function assumedValues({ flow }: Row): Promise<Record<string, string>> {
  const names = flow.values.filter(({ secret }) => secret).map(({ name }) => name);
  return {
    ...Object.fromEntries(names.map((name) => [name, `assumed-value-of-${name}`])),
    ...(await firstValues()),
  };
}

/** Values of a run as secrets, by the names of their variables. */
export function secretsOf({ flow, app }: Row, values: Readonly<Record<string, string>>): Secret[] {
  const held = flow.values.flatMap(({ name, secret }) => {
    const value = values[name];
    return secret && value !== undefined ? [{ value, env: envName(name) }] : [];
  });
  const { clientSecret } = app;
  return clientSecret === undefined
    ? held
    : [...held, { value: clientSecret, env: envName('client_secret') }];
}

function written(
  { app }: Row,
  step: FlowStep,
  origin: string,
  values: Readonly<Record<string, string>>,
  edits: Readonly<Record<string, Edit>>,
): ExchangeRequest {
  const { request } = step;
  if (!request) throw new Error(`${step.id} sends nothing`);
  const { clientId, clientSecret, redirectUris } = app;
  const rows = rowsOf(request, {
    inputs: {
      client_id: clientId,
      redirect_uri: redirectUris[0] ?? '',
      ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
    },
    clientType: clientType(app),
    values,
    edits,
  });
  return requestOf(request, rows, origin);
}

/** A step's request as the page would send it. */
export const usualRequest = (
  row: Row,
  step: FlowStep,
  origin: string,
  values: Readonly<Record<string, string>>,
): ExchangeRequest => written(row, step, origin, values, {});

/** The same with every value that the reader may edit as odd as a text can be. */
export function oddRequest(row: Row, step: FlowStep, origin: string): ExchangeRequest {
  const secret = new Set(row.flow.values.filter((one) => one.secret).map(({ name }) => name));
  const edits: Record<string, Edit> = {};
  for (const { name, source } of step.request?.parameters ?? []) {
    const isSecret = source.kind === 'value' && secret.has(source.name);
    edits[name] = { kind: 'value', value: isSecret ? anySecret : `${anyText} ${name}` };
  }
  for (const { name, source } of step.request?.headers ?? []) {
    const value =
      source.kind === 'basic' ? makeBasic(`id-${marks}`, headerSecret) : `Bearer ${headerSecret}`;
    edits[name] = { kind: 'value', value };
  }
  return written(row, step, origin, {}, edits);
}
