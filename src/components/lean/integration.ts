import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { setPropsApart } from './props-apart.ts';
import { dropIdleScopes, readScopes } from './scope-classes.ts';
import { setStylesApart } from './styles-apart.ts';

/** The same picture in each heading's link; `src/styles/prose.css` draws it. */
const headingIcon = /(<span aria-hidden="true" class="sl-anchor-icon">)<svg\b.*?<\/svg>/gs;
const style = /<style\b[^>]*>(.*?)<\/style>/gs;

const stylesOf = (html: string): string[] => [...html.matchAll(style)].map(([, css = '']) => css);

/** Takes from the built pages what says the same again and again. Before whatever reads the pages. */
export function leanPages(): AstroIntegration {
  return {
    name: 'lean-pages',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        for (const name of ['apart', 'soon'])
          addClientDirective({ name, entrypoint: `./src/components/lean/client-${name}.ts` });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const files = (await readdir(folder, { recursive: true })).map((file) =>
          join(folder, file),
        );
        const read = async (ending: string) =>
          Promise.all(
            files
              .filter((file) => file.endsWith(ending))
              .map(async (file) => ({ file, text: await readFile(file, 'utf8') })),
          );
        const pages = await read('.html');
        const sheets = (await read('.css')).map(({ text }) => text);
        const rules = readScopes([...sheets, ...pages.flatMap(({ text }) => stylesOf(text))]);
        const apart = new Map<string, string>();
        let saved = 0;
        for (const { file, text } of pages) {
          const keep = (path: string, held: string) => apart.set(path, held);
          const plain = dropIdleScopes(text.replaceAll(headingIcon, '$1'), rules);
          const lean = setStylesApart(setPropsApart(plain, keep), keep);
          saved += text.length - lean.length;
          await writeFile(file, lean);
        }
        for (const [path, held] of apart) await writeFile(join(folder, path), held);
        logger.info(`${Math.round(saved / 1000)} kB less in ${pages.length} pages`);
      },
    },
  };
}
