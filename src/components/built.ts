import { getCollection } from 'astro:content';

/**
 * The slugs of the prose pages that exist, so that nothing links to a page that
 * is not built: `flows/auth-code-pkce`, `index` for the overview.
 */
export async function builtSlugs(): Promise<ReadonlySet<string>> {
  return new Set((await getCollection('docs')).map(({ id }) => id));
}
