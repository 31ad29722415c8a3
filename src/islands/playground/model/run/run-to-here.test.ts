import { describe, expect, it, vi } from 'vitest';
import { flowNames } from '#flows/ids.ts';
import { loadFlow } from '#flows/registry.ts';
import { beginReal, untilOver } from '../testing/real-tab.ts';
import type { RealRun } from '../testing/real-tab.ts';
import { settle } from '../testing/walk.ts';

const flows = await Promise.all(flowNames.map(loadFlow));
const flow = (id: string) => {
  const found = flows.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

/** Runs what comes before a step; a window that opens is gone through while time passes. */
async function runTo(run: RealRun, step: string): Promise<void> {
  await untilOver(run, run.playground.request.runTo(step));
  run.tab.wait(3000);
  await settle();
}

const targets = flows.flatMap((one) =>
  one.steps.slice(1).map(({ id }) => ({ one, step: id, name: `${one.id}: ${id}` })),
);

describe('run to here', () => {
  it.each(targets)('$name is reached from nothing, and then runs', async ({ one, step }) => {
    const run = await beginReal(one);
    const { tab, playground } = run;
    await runTo(run, step);
    expect(playground.step.value.id).toBe(step);
    expect(playground.request.stopped.value).toBeUndefined();
    const at = playground.steps.value.findIndex(({ id }) => id === step);
    const unsettled = playground.steps.value.slice(0, at).filter(({ settled }) => !settled);
    expect(unsettled.map(({ id }) => id)).toEqual([]);
    expect(tab.navigated).toEqual([]);
    const { kind } = playground.step.value.definition;
    if (kind !== 'request') return;
    await playground.request.send();
    await settle();
    expect(playground.step.value).toMatchObject({ id: step, settled: true });
  });

  it('every request of it stands in the transcript, those of the sign-in too', async () => {
    const run = await beginReal(flow('auth-code-pkce'));
    await runTo(run, 'refresh');
    const { exchanges } = run.playground.values.transcript.value;
    expect(exchanges.map(({ step, response }) => [step, response?.status])).toEqual([
      ['authorize', 200],
      ['sign-in', 303],
      ['sign-in', 200],
      ['sign-in', 303],
      ['return', 200],
      ['token', 200],
      ['api', 200],
    ]);
    expect(run.tab.windows).toEqual([]);
    expect(run.playground.signIn.returns.value, 'the focus stays').toBe(0);
  });

  it('gets a code anew where the one in hand is spent', async () => {
    const run = await beginReal(flow('auth-code'));
    await runTo(run, 'api');
    await runTo(run, 'token');
    await run.playground.request.send();
    expect(run.playground.step.value).toMatchObject({ id: 'token', status: 'done' });
  });

  it('stops where a step is refused, and says where it was to go', async () => {
    const run = await beginReal(flow('auth-code-pkce'));
    const { playground } = run;
    playground.openStep('authorize');
    playground.request.edit('redirect_uri', 'http://localhost:4321/callback');
    await runTo(run, 'api');
    expect(playground.step.value).toMatchObject({ id: 'authorize', status: 'refused' });
    expect(playground.request.stopped.value).toEqual({ to: 'api', at: 'authorize' });
    expect(run.tab.requests.filter(({ url }) => url.endsWith('/oauth/token'))).toEqual([]);
    await vi.waitFor(() =>
      expect(playground.explanation.value?.title).toBe('redirect_uri is not the registered one'),
    );
  });

  it('stops at a token request that is refused', async () => {
    const run = await beginReal(flow('jwt'));
    const { playground } = run;
    playground.openStep('token');
    playground.request.edit('grant_type', 'jwt');
    await runTo(run, 'revoke');
    expect(playground.step.value).toMatchObject({ id: 'token', status: 'refused' });
    expect(playground.request.stopped.value).toEqual({ to: 'revoke', at: 'token' });
  });

  it('stops where an app is sent back to elsewhere', async () => {
    const run = await beginReal(flow('auth-code'));
    const { playground } = run;
    playground.openStep('authorize');
    playground.request.edit('redirect_uri', 'http://localhost:5000/oauth2callback');
    await runTo(run, 'token');
    expect(playground.step.value).toMatchObject({ id: 'authorize', status: 'unreachable' });
  });

  it('stops on demand, and the steps that ran stay run', async () => {
    const run = await beginReal(flow('auth-code-pkce'));
    const { tab, playground } = run;
    const { visit } = tab;
    tab.visit = async (request) => {
      playground.request.stopRun();
      return visit(request);
    };
    await runTo(run, 'api');
    expect(playground.step.value.id).toBe('api');
    expect(playground.request.running.value).toBeUndefined();
    expect(playground.request.stopped.value).toBeUndefined();
    expect(playground.steps.value[0]).toMatchObject({ id: 'prepare', status: 'done' });
    expect(tab.requests.filter(({ url }) => url.endsWith('/oauth/token'))).toEqual([]);
    playground.openStep('sign-in');
    expect(playground.request.answer.value.kind).not.toBe('waiting');
  });

  it('tells where it is, and nothing else can be pressed meanwhile', async () => {
    const run = await beginReal(flow('jwt'));
    const { playground } = run;
    const places: string[] = [];
    playground.request.running.subscribe((now) => void (now && places.push(now.at)));
    const going = playground.request.runTo('revoke');
    expect(playground.request.busy.value).toBe(true);
    await playground.request.send();
    expect(run.tab.requests.filter(({ method }) => method === 'POST')).toEqual([]);
    await going;
    expect(places).toEqual(['revoke', 'credential', 'token', 'api', 'refresh']);
    expect(playground.request.busy.value).toBe(false);
  });

  it('asks for a window where the token comes in a fragment, and says so where it is blocked', async () => {
    const run = await beginReal(flow('implicit'));
    run.tab.popupsBlocked = true;
    await runTo(run, 'api');
    expect(run.playground.request.stopped.value).toMatchObject({ to: 'api' });
    expect(run.playground.words.notices.value.map(({ kind }) => kind)).toEqual([
      'sign-in-impossible',
    ]);
    expect(run.tab.navigated).toEqual([]);
  });

  it('a page that was left on the way waits for nothing when it is there again', async () => {
    const run = await beginReal(flow('auth-code-pkce'));
    const { tab, playground } = run;
    tab.visit = () => new Promise(() => undefined);
    void playground.request.runTo('api');
    await settle();
    tab.unload();
    const again = await beginReal(flow('auth-code-pkce'), undefined, tab);
    again.playground.openStep('sign-in');
    expect(again.playground.request.answer.value.kind).not.toBe('waiting');
  });
});
