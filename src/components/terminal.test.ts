import { describe, expect, it } from 'vitest';
import { flowNames } from '#flows/ids.ts';
import { loadFlow } from '#flows/registry.ts';
import { usualOrigin } from '#protocol/usual-origin.ts';
import { terminalOf } from './terminal.ts';

const flows = await Promise.all(flowNames.map(loadFlow));

describe.each(flows)('$id for a terminal', (flow) => {
  const text = terminalOf(flow);

  it('names every step, and the server once', () => {
    for (const { title } of flow.steps) expect(text).toContain(`. ${title}\n`);
    expect(text.split(usualOrigin)).toHaveLength(2);
    expect(text).toContain(`\nSERVER=${usualOrigin}\n`);
  });
});
