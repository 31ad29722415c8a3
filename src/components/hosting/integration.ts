import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { hostingFiles } from './files.ts';

/** Writes into the built site what a host of files has to send with it. */
export function hosting(): AstroIntegration {
  return {
    name: 'hosting',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const pages = (await readdir(folder, { recursive: true }))
          .filter((file) => /(?:^|\/)index\.html$/.test(file))
          .map((file) => `/${file.slice(0, -'index.html'.length)}`)
          .sort();
        for (const { name, text } of hostingFiles(pages)) await writeFile(join(folder, name), text);
      },
    },
  };
}
