import * as z from 'zod';
import { flowIds } from '#app-settings/app.ts';
import { besideRules } from '#app-settings/rules/beside.ts';
import { ruleBriefs } from '#app-settings/rules/briefs.ts';
import { rules } from '#app-settings/rules/index.ts';
import type { Source } from '#app-settings/sources.ts';
import { lastChecked } from '../sources/checked-on.ts';
import { ruleFacts } from './rule-facts.ts';

const rule = z.strictObject({
  id: z.string(),
  href: z.string().describe('Its entry on the site.'),
  brief: z.string().optional().describe('The rule in one line; absent if it decides no flow.'),
  words: z.string(),
  flows: z
    .array(z.enum(flowIds))
    .describe('The flows that it speaks about; none if it decides no flow.'),
  effect: z.enum(['warning', 'refused']).optional(),
  decides: z
    .enum(['settings', 'today'])
    .optional()
    .describe(
      'settings: by the settings of the app. today: at RingCentral now, whatever they say.',
    ),
  error: z.string().optional().describe('The code that RingCentral answers with, if it is known.'),
  sandboxError: z
    .string()
    .optional()
    .describe('The code that the sandbox answers with, if RingCentral’s was not found.'),
  changes: z
    .array(
      z.strictObject({
        change: z.string(),
        how: z.string().describe('edit, new app or not known, by portal if the two differ.'),
      }),
    )
    .describe('What would satisfy it; none if no setting does.'),
  basis: z.enum(['stated', 'observed', 'inferred', 'sandbox']),
  checked: z.iso
    .date()
    .optional()
    .describe('The oldest of the days on which its sources were last checked.'),
  sources: z.array(z.strictObject({ label: z.string(), href: z.url().optional() })),
});

/** `/rules.json`: the rule book as data for other programs. */
export const rulesDocument = z.strictObject({
  $schema: z.literal('/rules.schema.json'),
  title: z.string(),
  rules: z.array(rule),
});

type RuleEntry = z.infer<typeof rule>;

const hrefOf = (id: string): string => `/reference/app-settings/#${id.toLowerCase()}`;
const told = (sources: readonly Source[]) =>
  sources.map(({ label, href }) => ({ label, ...(href !== undefined && { href }) }));

const checkedBy = (sources: readonly Source[]) => {
  const checked = lastChecked(sources.flatMap(({ href }) => href ?? []));
  return checked === undefined ? {} : { checked };
};

/** Every rule, those that decide a flow first. */
export function ruleEntries(): RuleEntry[] {
  const deciding = rules.map((each): RuleEntry => {
    const { flows, effect, changes } = ruleFacts(each);
    return {
      id: each.id,
      href: hrefOf(each.id),
      brief: ruleBriefs[each.id],
      words: each.words,
      flows,
      effect,
      decides: each.part,
      ...(each.predictedError && { error: each.predictedError }),
      ...(each.sandboxError && { sandboxError: each.sandboxError }),
      changes,
      basis: each.basis,
      ...checkedBy(each.source),
      sources: told(each.source),
    };
  });
  const beside = besideRules.map(({ id, words, basis, source }): RuleEntry => ({
    id,
    href: hrefOf(id),
    words,
    flows: [],
    changes: [],
    basis,
    ...checkedBy(source),
    sources: told(source),
  }));
  return [...deciding, ...beside];
}
