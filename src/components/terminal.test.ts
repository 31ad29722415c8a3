import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { flowNames } from '#flows/ids.ts';
import { loadFlow } from '#flows/registry.ts';
import { terminalOf } from './terminal.ts';

const flows = await Promise.all(flowNames.map(loadFlow));

describe.each(flows)('$id for a terminal', (flow) => {
  const text = terminalOf(flow);

  it('is read by a POSIX shell', () => {
    execFileSync('sh', ['-n', '-c', text]);
  });

  it('names every step, and sets every value before it is used', () => {
    for (const { title } of flow.steps) expect(text).toContain(`. ${title}\n`);
    const made = flow.steps.filter(({ kind }) => kind === 'prepare' || kind === 'return');
    for (const { name, arrivesAt } of flow.values) {
      if (made.some(({ id }) => id === arrivesAt))
        expect(text).toMatch(new RegExp(`^${name}=`, 'm'));
    }
  });
});
