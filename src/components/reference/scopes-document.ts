import * as z from 'zod';
import { scopeFacts } from '#app-settings/scope-facts.ts';
import { scopes, withIncluded } from '#app-settings/scopes.ts';

const source = z.strictObject({ label: z.string(), href: z.url().optional() });

const scope = z.strictObject({
  name: z.string().describe('As it stands in the wire’s scope parameter; capitals count.'),
  href: z.string().describe('Its entry on the site.'),
  meaning: z.string(),
  label: z.string().optional().describe('The words of the console or of the consent page.'),
  includes: z.array(z.string()).describe('Every scope that comes with it, whatever the depth.'),
  access: z
    .enum(['read', 'read and change', 'create, read, change, delete', 'special'])
    .optional()
    .describe('As the developer guide classes it; absent if it does not.'),
  approval: z
    .enum(['asked', 'request', 'free'])
    .optional()
    .describe(
      'asked: the console shows “requires approval” beside it. request: the guide says “available on request”. free: the console shows it without a note. Absent: not known.',
    ),
  operations: z.int().describe('How many operations of the API description name it.'),
  call: z
    .strictObject({
      method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
      path: z.string(),
      group: z.enum(['Light', 'Medium', 'Heavy', 'Auth']).describe('Its group of rate limits.'),
      userPermission: z.string().optional().describe('What the role of the user has to allow.'),
    })
    .optional()
    .describe('One operation that needs it.'),
  seen: z
    .strictObject({ source, words: z.string() })
    .optional()
    .describe('Where it was seen, if the developer guide does not list it.'),
});

/** `/scopes.json`: the app scopes as data for other programs. */
export const scopesDocument = z.strictObject({
  $schema: z.literal('/scopes.schema.json'),
  title: z.string(),
  scopes: z.array(scope),
});

export type ScopeEntry = z.infer<typeof scope>;

/** The anchor of a scope on its page. */
export const scopeAnchor = (name: string): string => name.toLowerCase();

/** Every scope with all that is known of it, by name. */
export function scopeEntries(): ScopeEntry[] {
  return scopes.map(({ name, meaning, label, includes }) => {
    const { seen, ...facts } = scopeFacts[name] ?? { operations: 0 };
    return {
      name,
      href: `/reference/scopes/#${scopeAnchor(name)}`,
      meaning,
      ...(label !== undefined && { label }),
      includes: withIncluded(includes),
      ...facts,
      ...(seen && { seen: { source: { ...seen.source }, words: seen.words } }),
    };
  });
}
