import { createHash } from 'node:crypto';

const island = /<astro-island [^>]*?client="apart"[^>]*>/g;
const entities: Record<string, string> = { quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&' };

/**
 * A page whose islands of `client:apart` name their props instead of holding them: a flow is 23 kB, and
 * in an attribute each of its quotation marks is six characters.
 *
 * @param keep takes what a file of the site is to hold
 */
export function setPropsApart(html: string, keep: (path: string, text: string) => void): string {
  return html.replaceAll(island, (tag) =>
    tag.replace(/ props="([^"]*)"/, (_, written: string) => {
      const text = written.replaceAll(
        /&(quot|#39|lt|gt|amp);/g,
        (_all, name: string) => entities[name] ?? '',
      );
      const name = createHash('sha256').update(text).digest('base64url').slice(0, 8);
      const path = `/_astro/props.${name}.json`;
      keep(path, text);
      return ` props="{}" props-from="${path}"`;
    }),
  );
}
