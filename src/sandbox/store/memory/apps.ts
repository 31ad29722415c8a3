import { appsInAll } from '../../limits.ts';
import { weightOfApp } from '../weight-of-app.ts';
import { copyRecord } from '../copy-record.ts';
import type { AppRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { type Usage, isBeyond } from '../usage.ts';

/** Apps by client id, in the order they were added. */
export function createAppStore() {
  const apps = new Map<string, AppRecord>();
  let octets = 0;

  /** Keeps an app where there is room for it; a demo app is always let in, and nothing is refused that shrinks. */
  function save(app: AppRecord): boolean {
    const before = apps.get(app.clientId);
    const growth = weightOfApp(app) - (before ? weightOfApp(before) : 0);
    const after = { octets: octets + growth, number: apps.size + (before ? 0 : 1) };
    if (!app.demo && growth > 0 && isBeyond(after, appsInAll)) return false;
    apps.set(app.clientId, copyRecord(app));
    octets = after.octets;
    return true;
  }

  const verbs: Omit<Store['apps'], 'remove'> = {
    get: async (clientId) => apps.get(clientId),
    list: async () => [...apps.values()],
    add: async (app) => {
      if (apps.has(app.clientId)) return 'taken';
      return save(app) ? 'added' : 'full';
    },
    put: async (app) => (save(app) ? 'put' : 'full'),
  };
  return {
    verbs,
    has: (clientId: string) => apps.has(clientId),
    usage: (): Usage => ({
      name: 'apps',
      used: { octets, number: apps.size },
      of: appsInAll,
    }),
    remove: (clientId: string) => {
      const app = apps.get(clientId);
      if (app) octets -= weightOfApp(app);
      return apps.delete(clientId);
    },
    clear: () => {
      apps.clear();
      octets = 0;
    },
  };
}
