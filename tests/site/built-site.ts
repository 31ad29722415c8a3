import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BuiltSite } from '../../scripts/built-site.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const site = new BuiltSite(join(root, 'dist'));

/** Pages that a reader reads; Astro's redirects are not among them. */
export const pages = site.pages.filter(({ isRedirect }) => !isRedirect);
/** Pages within Starlight's frame; the callback has none. */
export const framedPages = pages.filter(({ html }) => html.includes('id="starlight__sidebar"'));

/** The MDX files under content/ with their text, and the built page of each. */
export const sources = readdirSync(join(root, 'content'), { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.mdx') && !/(^|\/)_/.test(file))
  .map((file) => {
    const slug = file.replace(/(^|\/)index\.mdx$/, '').replace(/\.mdx$/, '');
    const address = slug === '404' ? '/404.html' : slug === '' ? '/' : `/${slug}/`;
    const page = site.page(address);
    if (!page) throw new Error(`content/${file} has no page at ${address}`);
    return { file, page, text: readFileSync(join(root, 'content', file), 'utf8') };
  });

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** A page's words as a reader sees them: no tags, no scripts, one space between words. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<(script|style|template)\b[\s\S]*?<\/\1>/gi, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,:;)])/g, '$1');
}
