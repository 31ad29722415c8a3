import { appsInAll } from '../../limits.ts';
import { weightOfApp } from '../weight-of-app.ts';
import type { AppRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { type Usage, isBeyond } from '../usage.ts';
import { type CountingTransaction, count, readCount } from './counts.ts';
import type { Connection } from './database.ts';
import { removeEventsOf } from './events.ts';
import { forgetSession } from './forget.ts';
import { dropOverrides } from './policies.ts';
import { appSchema, readStored } from './schemas.ts';
import { dropShare } from './shares.ts';

const isApp = (app: AppRecord | undefined): app is AppRecord => app !== undefined;

/** Keeps an app where there is room for it; a demo app is always let in, and nothing is refused that shrinks. */
async function save(transaction: CountingTransaction, app: AppRecord): Promise<boolean> {
  const apps = transaction.objectStore('apps');
  const before = await apps.index('byId').get(app.clientId);
  const growth = weightOfApp(app) - (before ? weightOfApp(before.app) : 0);
  const used = readCount(await transaction.objectStore('counts').get(['apps']));
  const change = { octets: growth, number: before ? 0 : 1 };
  const after = { octets: used.octets + growth, number: used.number + change.number };
  if (!app.demo && growth > 0 && isBeyond(after, appsInAll)) return false;
  await apps.put(before?.place === undefined ? { app } : { place: before.place, app });
  await count(transaction, ['apps'], change);
  return true;
}

/** Apps by client id, in the order they were added. */
export function createAppStore({ run }: Connection) {
  const verbs: Store['apps'] = {
    get: (clientId) =>
      run(async (database) => {
        const row = await database.getFromIndex('apps', 'byId', clientId);
        return row && readStored(appSchema, row.app);
      }),
    list: () =>
      run(async (database) => {
        const rows = await database.getAll('apps');
        return rows.map(({ app }) => readStored(appSchema, app)).filter(isApp);
      }),
    add: (app) =>
      run(async (database) => {
        const transaction = database.transaction(['apps', 'counts'], 'readwrite');
        const taken = await transaction.objectStore('apps').index('byId').getKey(app.clientId);
        const added = taken === undefined && (await save(transaction, app));
        await transaction.done;
        if (taken !== undefined) return 'taken';
        return added ? 'added' : 'full';
      }),
    put: (app) =>
      run(async (database) => {
        const transaction = database.transaction(['apps', 'counts'], 'readwrite');
        const put = await save(transaction, app);
        await transaction.done;
        return put ? 'put' : 'full';
      }),
    remove: (clientId) =>
      run(async (database) => {
        const transaction = database.transaction(
          [
            'apps',
            'overrides',
            'codes',
            'challenges',
            'sessions',
            'access',
            'refresh',
            'endings',
            'events',
            'logs',
            'counts',
          ],
          'readwrite',
        );
        const apps = transaction.objectStore('apps');
        const sessions = transaction.objectStore('sessions');
        const row = await apps.index('byId').get(clientId);
        if (row?.place !== undefined) {
          await apps.delete(row.place);
          await count(transaction, ['apps'], { octets: -weightOfApp(row.app), number: -1 });
        }
        await dropOverrides(transaction, clientId);
        await dropShare(transaction, 'codes', clientId);
        await transaction.objectStore('challenges').delete(clientId);
        for (const one of await sessions.index('byClient').getAll(clientId)) {
          await forgetSession(transaction, one);
        }
        await removeEventsOf(transaction, clientId);
        await transaction.done;
        return row !== undefined;
      }),
  };
  return {
    verbs,
    usage: () =>
      run(async (database): Promise<Usage> => {
        const used = readCount(await database.get('counts', ['apps']));
        return { name: 'apps', used, of: appsInAll };
      }),
  };
}
