import type { AppRecord } from '../records.ts';
import type { Store } from '../store.ts';
import type { Connection } from './database.ts';
import { removeEventsOf } from './events.ts';
import { forgetSession } from './forget.ts';
import { appSchema, kept } from './schemas.ts';

const isApp = (app: AppRecord | undefined): app is AppRecord => app !== undefined;

/** Apps by client id, in the order they were added. */
export function createAppShelf({ run }: Connection): Store['apps'] {
  return {
    get: (clientId) =>
      run(async (database) => {
        const row = await database.getFromIndex('apps', 'byId', clientId);
        return row && kept(appSchema, row.app);
      }),
    list: () =>
      run(async (database) => {
        const rows = await database.getAll('apps');
        return rows.map(({ app }) => kept(appSchema, app)).filter(isApp);
      }),
    add: (app) =>
      run(async (database) => {
        const { store, done } = database.transaction('apps', 'readwrite');
        const taken = await store.index('byId').getKey(app.clientId);
        if (taken === undefined) await store.add({ app });
        await done;
        return taken === undefined ? 'added' : 'taken';
      }),
    put: (app) =>
      run(async (database) => {
        const { store, done } = database.transaction('apps', 'readwrite');
        const place = await store.index('byId').getKey(app.clientId);
        await store.put(place === undefined ? { app } : { place, app });
        await done;
      }),
    remove: (clientId) =>
      run(async (database) => {
        const transaction = database.transaction(
          ['apps', 'overrides', 'codes', 'sessions', 'access', 'refresh', 'events', 'logs'],
          'readwrite',
        );
        const apps = transaction.objectStore('apps');
        const codes = transaction.objectStore('codes');
        const sessions = transaction.objectStore('sessions');
        const place = await apps.index('byId').getKey(clientId);
        if (place !== undefined) await apps.delete(place);
        await transaction.objectStore('overrides').delete(clientId);
        for (const key of await codes.index('byClient').getAllKeys(clientId)) {
          await codes.delete(key);
        }
        for (const row of await sessions.index('byClient').getAll(clientId)) {
          await forgetSession(transaction, row);
        }
        await removeEventsOf(transaction, clientId);
        await transaction.done;
        return place !== undefined;
      }),
  };
}
