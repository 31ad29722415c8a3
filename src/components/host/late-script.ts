import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const entry = fileURLToPath(new URL('./page.ts', import.meta.url));

/**
 * Emits `src/components/host/page.ts` as `/host.js`, sharing its chunks with the
 * islands. A page then names it by a plain address: the bundler's own way of a
 * dynamic import would put 0.9 kB of preloading into every page.
 */
export function lateScript(): AstroIntegration {
  return {
    name: 'late-script',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'late-script',
                applyToEnvironment: ({ name }) => name === 'client',
                buildStart() {
                  this.emitFile({ type: 'chunk', id: entry, fileName: 'host.js' });
                },
              },
            ],
          },
        });
      },
    },
  };
}
