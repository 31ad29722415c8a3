import { readConformance } from '../../../scripts/conformance-result.mjs';
import { notApplicable } from '../../../tests/conformance/not-applicable.ts';
import { ruleOf } from '../../../tests/conformance/rules.ts';
import { table } from '../../../tests/conformance/table/index.ts';
import type { Level, Row } from '../../../tests/conformance/table/row.ts';

/** One rule of the table as its page shows it: all its rows. */
export interface ConformanceRule {
  rule: string;
  rows: readonly Pick<Row, 'id' | 'level' | 'says' | 'presets'>[];
}

const allRows = Object.values(table).flat();

function rulesOf(rows: readonly Row[]): ConformanceRule[] {
  const names = [...new Set(rows.map(({ id }) => ruleOf(id)))];
  return names.map((rule) => ({
    rule,
    rows: rows
      .filter(({ id }) => ruleOf(id) === rule)
      .map(({ id, level, says, presets }) => ({ id, level, says, presets })),
  }));
}

/** The table, counted, and what its last run came to. The project's folder is where the build runs. */
export function conformance() {
  const level = (one: Level) => allRows.filter((row) => row.level === one).length;
  return {
    kept: readConformance(process.cwd()),
    sections: Object.entries(table).map(([name, rows]) => ({ name, rules: rulesOf(rows) })),
    notApplicable: Object.entries(notApplicable),
    rows: allRows.length,
    runs: allRows.reduce((sum, { presets }) => sum + presets.length, 0),
    rules: new Set(allRows.map(({ id }) => ruleOf(id))).size,
    levels: { M: level('M'), S: level('S'), m: level('m'), P: level('P') },
    open: Object.keys(notApplicable).length,
  };
}
