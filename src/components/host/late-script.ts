import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What every page loads late, by the name that it has in the built site. */
const entries = { 'host.js': './page.ts', 'search-results.js': '../search/results.ts' };

/**
 * Emits each as a file of its own at the root, sharing its chunks with the islands. A page then
 * names it by a plain address: the bundler's own way of a dynamic import would put 0.9 kB of
 * preloading into every page, and keep the page's script out of the page.
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
                  for (const [fileName, source] of Object.entries(entries)) {
                    const id = fileURLToPath(new URL(source, import.meta.url));
                    this.emitFile({
                      type: 'chunk',
                      id,
                      fileName,
                      preserveSignature: 'exports-only',
                    });
                  }
                },
              },
            ],
          },
        });
      },
    },
  };
}
