import { expect, it } from 'vitest';
import { basisWords } from './basis-words.ts';
import { ruleBriefs } from './briefs.ts';
import { ruleIds } from './ids.ts';
import { ruleOf } from './index.ts';

it.each(ruleIds)('%s in one line says no more than the rule, which says how sure it is', (id) => {
  const { words, basis } = ruleOf(id);
  const brief = ruleBriefs[id];
  expect(brief).toMatch(/^\S.{10,58}\.$/);
  // A date, a label in quotes and a host are claims: whoever mends one in the rule mends it here.
  const claims = brief.match(/\d{4}|\d+ \w+|“[^”]+”|[a-z]+(?:\.[a-z]+){2,}/g) ?? [];
  expect(claims.filter((claim) => !words.includes(claim))).toEqual([]);
  expect(basisWords[basis]).toMatch(/^[A-Z]/);
});
