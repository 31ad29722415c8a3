import type { AstroIntegration } from 'astro';

/** The script that every page of Starlight's brings for the state of its own sidebar. */
const theirs = /[\\/]SidebarPersistState(?:\.[jt]s)?$/;

/**
 * Leaves out Starlight's script that remembers which groups of its sidebar are open. Ours has no
 * groups to open, and the script measures the page whenever it is hidden: each sign-in window that
 * opens would wait for that.
 */
export function noSidebarState(): AstroIntegration {
  return {
    name: 'no-sidebar-state',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'no-sidebar-state',
                enforce: 'pre',
                load: (id) => (theirs.test(id.split('?')[0] ?? '') ? '' : undefined),
              },
            ],
          },
        });
      },
    },
  };
}
