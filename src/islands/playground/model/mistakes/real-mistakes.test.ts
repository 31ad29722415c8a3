import { describe, expect, it, vi } from 'vitest';
import { flowNames } from '#flows/ids.ts';
import { loadMistakes } from '#flows/mistake-registry.ts';
import { loadFlow } from '#flows/registry.ts';
import { beginReal, runStep, runUntil } from '../testing/real-tab.ts';
import type { RealRun } from '../testing/real-tab.ts';
import { settle } from '../testing/walk.ts';

const flows = await Promise.all(
  flowNames.map(async (id) => ({ flow: await loadFlow(id), mistakes: await loadMistakes(id) })),
);
const cases = flows.flatMap(({ flow, mistakes }) =>
  mistakes
    .filter(({ when }) => when === undefined || when === flow.clientType)
    .map((mistake) => ({ flow, mistake, name: `${flow.id}: ${mistake.id}` })),
);

/** Sends what was made ready; a window that opens is gone through. */
async function send({ tab, playground }: RealRun): Promise<void> {
  const before = tab.windows.length;
  await playground.request.send();
  if (tab.windows.length > before) await tab.signIn();
  await settle();
}

describe('broken on purpose, every mistake', () => {
  it.each(cases)('$name is answered as predicted', async ({ flow, mistake }) => {
    const run = await beginReal(flow);
    await runUntil(run, mistake.step);
    await run.playground.mistakes.make(mistake.id);
    expect(run.playground.mistakes.active.value).toMatchObject({ stage: 'set' });
    expect(run.playground.mistakes.active.value?.lacks).toBeUndefined();
    await send(run);
    const { result } = run.playground.mistakes.active.value ?? {};
    expect(result, `answered ${result?.actual}`).toMatchObject({ asPredicted: true });
  });

  it.each(cases)('$name is put right in one press', async ({ flow, mistake }) => {
    const run = await beginReal(flow);
    const { tab, playground } = run;
    await runUntil(run, mistake.step);
    await playground.mistakes.make(mistake.id);
    await send(run);
    const windows = tab.windows.length;
    await playground.mistakes.putRight();
    if (tab.windows.length > windows) await tab.signIn();
    const stepNow = () => playground.steps.value.find(({ id }) => id === mistake.step);
    await vi.waitFor(() => expect(stepNow()).toMatchObject({ settled: true }));
    expect(playground.mistakes.active.value).toBeUndefined();
    await vi.waitFor(() => expect(playground.clock.offsetSeconds.value).toBe(0));
    playground.openStep(mistake.step);
    expect(playground.request.editedCount.value).toBe(0);
  });
});

describe('a mistake', () => {
  it('waits for a code where the one in hand is spent', async () => {
    const { flow } = flows[0] ?? {};
    if (!flow) throw new Error('No flow');
    const run = await beginReal(flow);
    await runUntil(run, 'api');
    await run.playground.mistakes.make('verifier-wrong');
    expect(run.playground.mistakes.active.value?.lacks).toBe('code');
    await run.playground.signIn.getFreshCode();
    await run.tab.signIn();
    expect(run.playground.mistakes.active.value?.lacks).toBeUndefined();
    await run.playground.request.send();
    await settle();
    expect(run.playground.mistakes.active.value?.result).toEqual({
      asPredicted: true,
      actual: '400, SANDBOX-PKCE-2',
    });
  });

  it('is taken back without a request', async () => {
    const { flow } = flows[0] ?? {};
    if (!flow) throw new Error('No flow');
    const run = await beginReal(flow);
    await runUntil(run, 'token');
    const sent = run.tab.requests.length;
    await run.playground.mistakes.make('code-cut');
    expect(run.playground.request.editedCount.value).toBe(1);
    run.playground.mistakes.leave();
    expect(run.playground.request.editedCount.value).toBe(0);
    expect(run.playground.mistakes.active.value).toBeUndefined();
    expect(run.tab.requests).toHaveLength(sent);
  });

  it('that the policy answers otherwise is told so', async () => {
    const { flow } = flows[0] ?? {};
    if (!flow) throw new Error('No flow');
    const run = await beginReal(flow);
    await run.tab.store.policy.put({
      ...(await run.tab.store.policy.get()),
      errorShape: 'rfc',
    });
    await runUntil(run, 'token');
    await run.playground.mistakes.make('verifier-wrong');
    await runStep(run);
    expect(run.playground.mistakes.active.value?.result).toMatchObject({
      asPredicted: false,
      actual: '400, invalid_grant',
    });
  });

  it('named by a link is made ready at the start; a name that is none is nothing', async () => {
    const { flow } = flows[0] ?? {};
    if (!flow) throw new Error('No flow');
    const run = await beginReal(flow);
    run.playground.dispose();
    const again = await beginReal(flow);
    await again.playground.mistakes.make('no-such-mistake');
    expect(again.playground.mistakes.active.value).toBeUndefined();
    await again.playground.mistakes.make('authorize-no-state');
    expect(again.playground.step.value.id).toBe('authorize');
  });
});
