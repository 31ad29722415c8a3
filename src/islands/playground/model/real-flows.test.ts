import { describe, expect, it } from 'vitest';
import { flowNames } from '#flows/ids.ts';
import { loadFlow } from '#flows/registry.ts';
import { beginReal, runUntil } from './testing/real-tab.ts';
import { settle } from './testing/walk.ts';

const flows = await Promise.all(flowNames.map(loadFlow));

describe.each(flows)('$id against the sandbox', (flow) => {
  it('runs from its first step to its last', async () => {
    const run = await beginReal(flow);
    await runUntil(run);
    const { playground } = run;
    expect(playground.words.notices.value).toEqual([]);
    expect(
      playground.steps.value
        .filter(({ settled }) => !settled)
        .map(({ id, status }) => [id, status]),
    ).toEqual([]);
    const expected = flow.steps.map(({ expects }) => (expects ? 'refused' : 'done'));
    expect(playground.steps.value.map(({ status }) => status)).toEqual(expected);
  });

  it('explains nothing where nothing went wrong', async () => {
    const run = await beginReal(flow);
    await runUntil(run);
    for (const { id, expects } of flow.steps) {
      run.playground.openStep(id);
      await settle();
      // A refusal that the flow is there to show is explained; nothing else is.
      if (!expects) expect(run.playground.explanation.value, id).toBeUndefined();
    }
  });

  it('names who played the server, and puts no secret in an address', async () => {
    const run = await beginReal(flow);
    await runUntil(run);
    const { exchanges } = run.playground.values.transcript.value;
    const sent = exchanges.filter(({ from }) => from === 'app');
    const plays = flow.clientType === 'confidential' ? 'server' : undefined;
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.map((exchange) => exchange.plays)).toEqual(sent.map(() => plays));
    for (const { request } of exchanges) {
      expect(request.url).not.toContain('secret');
      expect(request.url).not.toContain('password');
    }
    for (const [key, kept] of run.tab.preferences.entries) {
      expect(`${key} ${kept}`).not.toMatch(/secret|token|Bearer/);
    }
  });
});
