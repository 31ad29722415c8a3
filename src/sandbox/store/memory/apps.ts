import type { AppRecord } from '../records.ts';
import type { Store } from '../store.ts';

/** Apps by client id, in the order they were added. */
export function createAppShelf() {
  const apps = new Map<string, AppRecord>();
  const verbs: Omit<Store['apps'], 'remove'> = {
    get: async (clientId) => apps.get(clientId),
    list: async () => [...apps.values()],
    add: async (app) => {
      if (apps.has(app.clientId)) return 'taken';
      apps.set(app.clientId, app);
      return 'added';
    },
    put: async (app) => {
      apps.set(app.clientId, app);
    },
  };
  return {
    verbs,
    remove: (clientId: string) => apps.delete(clientId),
    clear: () => apps.clear(),
  };
}
