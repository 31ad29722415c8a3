import { afterAll, expect, test } from 'vitest';
import { rules } from '#app-settings/rules/index.ts';
import type { Rule } from '#app-settings/rules/rule.ts';
import { readMatrix } from './matrix.ts';
import { redCells } from './verdict.ts';

const rows = readMatrix();
const report: string[] = [];
afterAll(() => {
  console.log(['the rule book broken on purpose, rule by rule:', ...report].join('\n'));
});

/** The ways to break a rule: it is forgotten, or it is turned round. */
const breaks: Record<string, (rule: Rule) => Rule | undefined> = {
  forgotten: () => undefined,
  'turned round': (rule) => ({
    ...rule,
    applies: (...about) => {
      const effect = rule.applies(...about);
      return effect && (effect === 'refused' ? 'warning' : 'refused');
    },
  }),
};

test('as it stands, no cell is red', () => {
  expect(rows.flatMap((row) => redCells(row))).toEqual([]);
});

for (const [how, change] of Object.entries(breaks)) {
  test.each(rules.map((rule): [string, Rule] => [rule.id, rule]))(
    `%s ${how} turns a cell red`,
    (id, rule) => {
      const book = rules.flatMap((each) => (each === rule ? (change(rule) ?? []) : each));
      const red = rows.flatMap((row) => redCells(row, book).map((cell) => ({ row, ...cell })));
      const [first] = red;
      if (first) {
        report.push(
          `${id} ${how}: ${red.length} red, first ${first.row.name}, ${first.flow}: ${first.why}`,
        );
      }
      expect(red.length).toBeGreaterThan(0);
    },
  );
}

test.each(
  rules
    .filter(({ part, predictedError }) => part === 'settings' && predictedError !== undefined)
    .map((rule): [string, Rule] => [rule.id, rule]),
)('%s with another error turns a cell red', (_id, rule) => {
  const book = rules.map((each): Rule =>
    each === rule ? { ...rule, predictedError: 'OAU-101' } : each,
  );
  expect(rows.flatMap((row) => redCells(row, book)).length).toBeGreaterThan(0);
});
