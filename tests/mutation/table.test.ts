import { describe, expect, test } from 'vitest';
import { webRandom } from '#protocol/random.ts';
import { createSandbox } from '#sandbox/sandbox.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';
import { runRow, type Transport } from '../conformance/run.ts';
import { table } from '../conformance/table/index.ts';

/**
 * The conformance table without a host, each row under one of its presets in turn, in an eighth of the time: what `npm run test:mutation` asks of each
 * changed line. Everywhere else the table runs over HTTP and in a worker.
 */
const sandbox = createSandbox({
  store: createMemoryStore(),
  clock: { now: () => Date.now() },
  random: webRandom,
});
const transport: Transport = {
  origin: 'http://localhost:4321',
  fetch: async (request) => sandbox.fetch(request, { browser: 'table' }),
};
/** Tells two browsers apart by a cookie, and the cookie is a host's. */
const needsHost = new Set(['AS-066b']);

for (const [section, rows] of Object.entries(table)) {
  describe(section, () => {
    for (const [at, row] of rows.filter(({ id }) => !needsHost.has(id)).entries()) {
      const preset = row.presets[at % row.presets.length] ?? 'strict';
      test(`${row.id} ${row.says} [${row.level}, ${preset}]`, async () => {
        const verdict = await runRow(row, transport, { preset });
        expect(verdict.kind, verdict.kind === 'failed' ? verdict.why : '').toBe('passed');
      });
    }
  });
}
