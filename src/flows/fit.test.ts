import { describe, expect, it } from 'vitest';
import { fitFlow } from './fit.ts';
import type { NoRefresh } from './fit.ts';
import type { FlowDefinition } from './flow.ts';
import { flowNames } from './ids.ts';
import { isMade } from './mistakes/mistake.ts';
import { loadMistakes } from './mistake-registry.ts';
import { loadFlow } from './registry.ts';
import { taskOf } from './task.ts';

const flows = await Promise.all(flowNames.map(loadFlow));
const flow = (id: FlowDefinition['id']): FlowDefinition => {
  const found = flows.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const without = (id: FlowDefinition['id'], noRefresh: NoRefresh = 'settings') =>
  fitFlow(flow(id), { clientType: flow(id).clientType, noRefresh });
const titles = ({ steps }: FlowDefinition) => steps.map(({ title }) => title);

describe.each(flows)('$id, fitted to an app', (told) => {
  it('is the same for the app that it is told of', () => {
    const fitted = fitFlow(told, { clientType: told.clientType });
    expect({ ...fitted, names: {} }).toEqual({ ...told, names: {} });
  });

  it('says your server of an app with a secret, and never your app where somebody acts', () => {
    const { names, steps } = fitFlow(told, { clientType: 'confidential' });
    expect(names).toEqual({ app: 'Your server' });
    expect(steps.filter(({ summary }) => /your app\b/i.test(summary))).toEqual([]);
  });

  it('asks for nothing that the app never gets', () => {
    const { steps, values } = without(told.id);
    expect(values.map(({ name }) => name)).not.toContain('refresh_token');
    expect(steps.map(taskOf)).not.toContain('refresh');
    expect(JSON.stringify(steps)).not.toContain('{why}');
    const known = values.map(({ name }) => name);
    const taken = steps.flatMap(({ request }) =>
      [...(request?.headers ?? []), ...(request?.parameters ?? [])].flatMap(({ source }) =>
        source.kind === 'value' ? [source.name] : [],
      ),
    );
    expect(taken.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('makes no mistake with a refresh token that the app never gets', async () => {
    const fitted = without(told.id);
    const made = (await loadMistakes(told.id)).filter((one) =>
      isMade(one, fitted, told.clientType),
    );
    expect(made.filter(({ step }) => !fitted.steps.some(({ id }) => id === step))).toEqual([]);
    expect(JSON.stringify(made)).not.toContain('"value":"refresh_token"');
    expect(made.filter(({ step }) => step === 'refresh')).toEqual([]);
  });
});

describe('an app without refresh tokens', () => {
  it.each([
    ['jwt', 'Exchange the JWT again'],
    ['auth-code', 'Sign in again'],
    ['auth-code-pkce', 'Sign in again'],
    ['password', 'Log in again'],
  ] as const)('%s: %s', (id, title) => {
    const fitted = without(id);
    const at = fitted.steps.findIndex((step) => step.id === 'refresh');
    const step = fitted.steps[at];
    expect(step).toMatchObject({ title, send: { first: title } });
    expect(fitted.steps[at - 1]?.next).toBe('Get the next token');
    expect(JSON.stringify(step?.diagram)).toContain(title);
    expect(step?.summary).toMatch(/^Issue refresh tokens is off in this app, on purpose\./);
    expect(step && taskOf(step)).toBe('token');
    expect(step?.signsIn).toBe(id.startsWith('auth') ? true : undefined);
    expect(without(id, 'answer').steps[at]?.summary).toMatch(
      /^The token answer had no refresh token\./,
    );
  });

  it('shows no refusal of a refresh token, and no second token to hold', () => {
    expect(titles(without('revocation'))).toEqual([
      'Hold an access token',
      'Call the API',
      'Revoke when the user leaves',
      'Call again and be refused',
    ]);
    expect(titles(without('call-the-api'))[0]).toBe('Hold an access token');
  });

  it('logs in again where the flow that is about refreshing would refresh', () => {
    const fitted = without('refresh-token');
    expect(titles(fitted)).toEqual([
      'Hold an access token',
      'Call the API',
      'Log in again',
      'Call with the new token',
    ]);
    expect(fitted.steps[2]).toMatchObject({ kind: 'prepare', making: 'session' });
    expect(fitted.end).not.toMatch(/refreshes/);
  });
});
