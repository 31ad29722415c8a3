import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** A term or its description that ends where the next begins, with nothing between them. */
const glued = /(<\/d[td]>)(?=<d[td][\s>])/g;

/** Puts a space between each `dt` and `dd`, which no reader sees. */
export function setTermsApart(html: string): string {
  return html.replaceAll(glued, '$1 ');
}

/**
 * Sets terms apart in the built pages before Pagefind reads them: to it both are words of one line,
 * so `<dt>You see</dt><dd>OAU-345` is the word "seeOAU-345", and a search for the code finds nothing.
 * It goes before Starlight, whose own hook runs Pagefind.
 */
export function termsApart(): AstroIntegration {
  return {
    name: 'terms-apart',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = (await readdir(folder, { recursive: true })).filter((file) =>
          file.endsWith('.html'),
        );
        await Promise.all(
          files.map(async (file) => {
            const place = join(folder, file);
            await writeFile(place, setTermsApart(await readFile(place, 'utf8')));
          }),
        );
      },
    },
  };
}
