import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const inside =
  /(<details class="fold"><summary><div class="sl-heading-wrapper level-h3">\s*<h3[^>]*>(?:(?!<\/h3>)[\s\S])*<\/h3>)\s*(<a class="sl-anchor-link"(?:(?!<\/a>)[\s\S])*<\/a>)(\s*<\/div>\s*<\/summary>)/g;

/** A heading's link stands behind the summary: what opens a fold must hold no other control. */
export const setLinksApart = (html: string): string => html.replaceAll(inside, '$1$3$2');

/** Does so in the built pages, since Starlight adds the link after every plugin of ours. */
export function foldLinksApart(): AstroIntegration {
  return {
    name: 'fold-links-apart',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(new URL('flows/', dir));
        const files = (await readdir(folder, { recursive: true })).filter((file) =>
          file.endsWith('.html'),
        );
        for (const file of files) {
          const place = join(folder, file);
          await writeFile(place, setLinksApart(await readFile(place, 'utf8')));
        }
      },
    },
  };
}
