import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { llmsFullText, llmsText, type TwinPage } from './llms-text.ts';
import { toMarkdown } from './to-markdown.ts';
import { twinPath } from './twin-path.ts';

/**
 * Writes a Markdown twin beside every page that has the site’s frame, and from them `/llms.txt` and
 * `/llms-full.txt`. It reads the built pages: what a component or a table of data renders is in them, and
 * in the MDX it is not (decision 141).
 */
export function markdownTwins(): AstroIntegration {
  let site = '';
  return {
    name: 'markdown-twins',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site === undefined ? '' : new URL(config.site).origin;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const files = (await readdir(folder, { recursive: true }))
          .map((file) => `/${file.split(sep).join('/')}`)
          .filter((path) => path.endsWith('/index.html'))
          .sort();
        const pages: TwinPage[] = [];
        for (const file of files) {
          const html = await readFile(join(folder, file), 'utf8');
          if (!html.includes('id="starlight__sidebar"')) continue;
          const address = file.slice(0, -'index.html'.length);
          const twin = toMarkdown(html, address, site);
          pages.push({ address, ...twin });
          await writeFile(join(folder, twinPath(address)), twin.markdown);
        }
        await writeFile(join(folder, 'llms.txt'), llmsText(pages, site));
        await writeFile(join(folder, 'llms-full.txt'), llmsFullText(pages, site));
        logger.info(`${String(pages.length)} pages written as Markdown`);
      },
    },
  };
}
