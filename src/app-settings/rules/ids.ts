/**
 * X: a rule that crosses the portals; M: a cell or column of a portal's matrix. Gaps in X are facts
 * that decide no flow: `besideRules`.
 */
export const ruleIds = [
  'X1',
  'X2',
  'X3',
  'X7',
  'X8',
  'X10',
  'X11',
  'X12',
  'X13',
  'X16',
  'X18',
  'X20',
  'X21',
  'X22',
  'X23',
  'X24',
  'X26',
  'M1',
  'M2',
  'M3',
  'M4',
  'M5',
  'M6',
  'M7',
  'M8',
] as const;

export type RuleId = (typeof ruleIds)[number];
