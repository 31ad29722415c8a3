import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeConformance } from '../../scripts/conformance-result.mjs';
import { startSandbox, type RunningSandbox } from '../sandbox-under-test.ts';
import { notApplicable } from './not-applicable.ts';
import { ruleOf } from './rules.ts';
import { runRow } from './run.ts';
import { table } from './table/index.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  console.log(totals());
  const rows = Object.values(table).flat();
  const all = rows.reduce((sum, { presets }) => sum + presets.length, 0);
  // Of a part of the table nothing is kept: the page shows the whole.
  if (runs === all) writeConformance(root, failed, runs);
});

const root = fileURLToPath(new URL('../..', import.meta.url));
const failed: Record<string, string> = {};
let runs = 0;

for (const [section, rows] of Object.entries(table)) {
  describe(section, () => {
    for (const row of rows) {
      for (const preset of row.presets) {
        test(`${row.id} ${row.says} [${row.level}, ${preset}]`, async () => {
          const verdict = await runRow(row, sandbox, { preset });
          runs += 1;
          if (verdict.kind === 'failed') failed[`${row.id} ${preset}`] = verdict.why;
          expect(verdict.kind, verdict.kind === 'failed' ? verdict.why : '').toBe('passed');
        });
      }
    }
  });
}

function totals(): string {
  const rows = Object.values(table).flat();
  const count = (level: string) => rows.filter((row) => row.level === level).length;
  const runs = rows.reduce((sum, { presets }) => sum + presets.length, 0);
  return [
    `conformance: ${rows.length} rows in ${runs} runs`,
    `for ${new Set(rows.map(({ id }) => ruleOf(id))).size} rules`,
    `(M ${count('M')}, S ${count('S')}, m ${count('m')}, P ${count('P')});`,
    `${Object.keys(notApplicable).length} rules not applicable`,
  ].join(' ');
}
