import type { JwtCredentialRecord, SigningKeyRecord } from '../records.ts';
import type { Store } from '../store.ts';
import type { Connection } from './database.ts';
import { credentialSchema, kept, signingKeySchema } from './schemas.ts';

const mostCredentials = 1000;

const isCredential = (one: JwtCredentialRecord | undefined): one is JwtCredentialRecord =>
  one !== undefined;

/** JWT credentials, revoked ones among them (AS-163), and the key that signs them. */
export function createCredentialShelves({ run }: Connection): Pick<Store, 'jwts' | 'signingKey'> {
  return {
    jwts: {
      add: (credential: JwtCredentialRecord) =>
        run(async (database) => {
          const { store, done } = database.transaction('jwts', 'readwrite');
          const place = await store.add({ credential });
          await store.delete(IDBKeyRange.upperBound(place - mostCredentials));
          await done;
        }),
      get: (id: string) =>
        run(async (database) => {
          const row = await database.getFromIndex('jwts', 'byId', id);
          return row && kept(credentialSchema, row.credential);
        }),
      list: () =>
        run(async (database) => {
          const rows = await database.getAll('jwts');
          return rows
            .map(({ credential }) => kept(credentialSchema, credential))
            .filter(isCredential)
            .filter(({ revokedAt }) => revokedAt === undefined);
        }),
      revoke: (id: string, now: number) =>
        run(async (database) => {
          const { store, done } = database.transaction('jwts', 'readwrite');
          const row = await store.index('byId').get(id);
          const isMine = row !== undefined && row.credential.revokedAt === undefined;
          if (isMine) {
            await store.put({ ...row, credential: { ...row.credential, revokedAt: now } });
          }
          await done;
          return isMine;
        }),
    },
    signingKey: {
      get: () =>
        run(async (database) =>
          kept(signingKeySchema, await database.get('settings', 'signingKey')),
        ),
      add: (key: SigningKeyRecord) =>
        run(async (database) => {
          const { store, done } = database.transaction('settings', 'readwrite');
          const first = kept(signingKeySchema, await store.get('signingKey'));
          if (!first) await store.put(key, 'signingKey');
          await done;
          return first ?? key;
        }),
    },
  };
}
