import { describe, expect, it, vi } from 'vitest';
import { flowNames } from '#flows/ids.ts';
import { loadMistakes } from '#flows/mistake-registry.ts';
import { loadFlow } from '#flows/registry.ts';
import { beginReal, runStep, runUntil, untilOver } from '../testing/real-tab.ts';
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

/** What the server answered a mistake with, as it was made ready by itself and sent. */
async function answerTo(run: RealRun, id: string) {
  await untilOver(run, run.playground.mistakes.make(id));
  expect(run.playground.mistakes.active.value).toMatchObject({ stage: 'set' });
  await send(run);
  return run.playground.mistakes.active.value?.result;
}

describe('broken on purpose, every mistake', () => {
  it.each(cases)('$name gets what it takes, and is answered as predicted', async (one) => {
    const run = await beginReal(one.flow);
    const result = await answerTo(run, one.mistake.id);
    expect(result, `answered ${result?.actual}`).toMatchObject({ asPredicted: true });
  });

  it.each(cases)('$name is put right in one press', async ({ flow, mistake }) => {
    const run = await beginReal(flow);
    const { tab, playground } = run;
    await answerTo(run, mistake.id);
    const windows = tab.windows.length;
    await untilOver(run, playground.mistakes.putRight());
    if (tab.windows.length > windows) await tab.signIn();
    const stepNow = () => playground.steps.value.find(({ id }) => id === mistake.step);
    await vi.waitFor(() => expect(stepNow()).toMatchObject({ settled: true }));
    expect(playground.mistakes.active.value).toBeUndefined();
    await vi.waitFor(() => expect(playground.clock.offsetSeconds.value).toBe(0));
    playground.openStep(mistake.step);
    expect(playground.request.editedCount.value).toBe(0);
  });

  it.each(flows)(
    '$flow.id: one after the other, each as if it were the first',
    async ({ flow }) => {
      const run = await beginReal(flow);
      const { mistakes } = run.playground;
      const answers: [string, string | undefined][] = [];
      const first = mistakes.all.value[0]?.id ?? '';
      for (let id: string | undefined = first; id !== undefined; id = mistakes.next.value?.id) {
        const result = await answerTo(run, id);
        answers.push([id, result?.asPredicted ? 'as predicted' : result?.actual]);
      }
      expect(answers).toEqual(mistakes.all.value.map(({ id }) => [id, 'as predicted']));
    },
  );

  it.each(flows)('$flow.id: in the other order, too', async ({ flow }) => {
    const run = await beginReal(flow);
    const { mistakes } = run.playground;
    const answers: [string, string | undefined][] = [];
    for (const { id } of [...mistakes.all.value].reverse()) {
      const result = await answerTo(run, id);
      answers.push([id, result?.asPredicted ? 'as predicted' : result?.actual]);
    }
    expect(answers.filter(([, told]) => told !== 'as predicted')).toEqual([]);
  });
});

describe('a mistake', () => {
  it('gets a code where the one in hand is spent, and Send waits for it', async () => {
    const { flow } = flows[0] ?? {};
    if (!flow) throw new Error('No flow');
    const run = await beginReal(flow);
    const { tab, playground } = run;
    await runUntil(run, 'api');
    const { visit } = tab;
    const waiting = { isHeld: false, sent: -1 };
    tab.visit = async (request) => {
      waiting.isHeld ||= playground.mistakes.holdsSend.value;
      const before = tab.requests.length;
      await playground.request.send();
      waiting.sent = tab.requests.length - before;
      return visit(request);
    };
    await playground.mistakes.make('verifier-wrong');
    expect(waiting).toEqual({ isHeld: true, sent: 0 });
    expect(playground.mistakes.holdsSend.value).toBe(false);
    expect(tab.windows).toHaveLength(1);
    await playground.request.send();
    await settle();
    expect(playground.mistakes.active.value?.result).toEqual({
      asPredicted: true,
      actual: '400, SANDBOX-PKCE-2',
    });
  });

  it('that is put right says that the demo user signed in again, until the next request', async () => {
    const { flow } = flows[0] ?? {};
    if (!flow) throw new Error('No flow');
    const run = await beginReal(flow);
    const { mistakes, request } = run.playground;
    await answerTo(run, 'verifier-wrong');
    expect(request.signedInAgain.value, 'there was no code before').toBeUndefined();
    await mistakes.putRight();
    expect(request.signedInAgain.value).toMatch(
      /^The code (was spent|may be spent by now), so extension 101 signed in again for a new one\.$/,
    );
    await request.send();
    expect(request.signedInAgain.value).toBeUndefined();
    await answerTo(run, 'verifier-wrong');
    await mistakes.putRight();
    run.playground.openStep('prepare');
    expect(request.signedInAgain.value, 'at its step alone').toBeUndefined();
  });

  it('whose code ran out while the reader guessed gets another before it is sent', async () => {
    const { flow } = flows[0] ?? {};
    if (!flow) throw new Error('No flow');
    const run = await beginReal(flow);
    await run.playground.mistakes.make('code-cut');
    run.tab.pass(120);
    await send(run);
    expect(run.playground.mistakes.active.value?.result).toMatchObject({ asPredicted: true });
  });

  it('that does not get what it takes says so, and waits', async () => {
    const { flow } = flows[0] ?? {};
    if (!flow) throw new Error('No flow');
    const run = await beginReal(flow);
    const { tab, playground } = run;
    const { visit } = tab;
    tab.visit = () => Promise.reject(new TypeError('Failed to fetch'));
    await playground.mistakes.make('verifier-wrong');
    expect(playground.mistakes.active.value).toMatchObject({ stage: 'lacking' });
    expect(playground.request.stopped.value).toEqual({ to: 'token', at: 'authorize' });
    playground.openStep('token');
    expect(playground.mistakes.holdsSend.value).toBe(true);
    const sent = tab.requests.length;
    await playground.request.send();
    expect(tab.requests).toHaveLength(sent);
    tab.visit = visit;
    await playground.mistakes.make('verifier-wrong');
    expect(playground.mistakes.active.value).toMatchObject({ stage: 'set' });
  });

  it('that is taken back on the way is gone, and breaks nothing', async () => {
    const { flow } = flows[0] ?? {};
    if (!flow) throw new Error('No flow');
    const run = await beginReal(flow);
    const { tab, playground } = run;
    const { visit } = tab;
    tab.visit = (request) => {
      playground.mistakes.leave();
      return visit(request);
    };
    await playground.mistakes.make('verifier-wrong');
    expect(playground.mistakes.active.value).toBeUndefined();
    expect(playground.step.value.id).toBe('token');
    expect(playground.request.editedCount.value).toBe(0);
  });

  it('that was being made ready when the page went waits for a press when it is back', async () => {
    const { flow } = flows[0] ?? {};
    if (!flow) throw new Error('No flow');
    const run = await beginReal(flow);
    run.tab.visit = () => new Promise(() => undefined);
    void run.playground.mistakes.make('verifier-wrong');
    await vi.waitFor(() =>
      expect(run.playground.request.running.value).toMatchObject({ at: 'return' }),
    );
    run.tab.unload();
    const again = await beginReal(flow, undefined, run.tab);
    expect(again.playground.mistakes.active.value).toMatchObject({ stage: 'lacking' });
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
