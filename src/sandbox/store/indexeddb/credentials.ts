import { type Amount, jwtsInAll, jwtsOfOneKind, revokedJwts } from '../../limits.ts';
import { jwtShareOf, revokedShare } from '../jwt-shares.ts';
import { weightOf } from '../weight-of.ts';
import type { JwtCredentialRecord, SigningKeyRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { type Usage, isBeyond } from '../usage.ts';
import { type CountingTransaction, readCount } from './counts.ts';
import type { CountKey } from './layout.ts';
import type { Connection } from './database.ts';
import { credentialSchema, readStored, signingKeySchema } from './schemas.ts';
import { addRow, boundShare, replaceRow } from './shares.ts';

const stores = ['jwts', 'counts'] as const;

const isCredential = (one: JwtCredentialRecord | undefined): one is JwtCredentialRecord =>
  one !== undefined;

/** What those that are not revoked take. */
async function liveAmount(counts: { get(key: CountKey): Promise<unknown> }): Promise<Amount> {
  const all = readCount(await counts.get(['jwts']));
  const revoked = readCount(await counts.get(['jwts', revokedShare]));
  return { octets: all.octets - revoked.octets, number: all.number - revoked.number };
}

/** Whether one more fits among those of all users, or takes the place of one of its own share. */
async function fits(transaction: CountingTransaction, credential: JwtCredentialRecord) {
  const counts = transaction.objectStore('counts');
  const share = readCount(await counts.get(['jwts', jwtShareOf(credential)]));
  const { octets, number } = await liveAmount(counts);
  const after = { octets: octets + weightOf(credential), number: number + 1 };
  return share.number >= jwtsOfOneKind.number || !isBeyond(after, jwtsInAll);
}

/** JWT credentials, revoked ones among them (AS-163), and the key that signs them. */
export function createCredentialStores({ run }: Connection) {
  const verbs: Store['jwts'] = {
    add: (credential) =>
      run(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        const hasRoom = await fits(transaction, credential);
        if (hasRoom) {
          const share = jwtShareOf(credential);
          await addRow(transaction, 'jwts', { share, row: { credential } });
          await boundShare(transaction, 'jwts', { share, bound: jwtsOfOneKind });
        }
        await transaction.done;
        return hasRoom ? 'added' : 'full';
      }),
    get: (id) =>
      run(async (database) => {
        const row = await database.getFromIndex('jwts', 'byId', id);
        return row && readStored(credentialSchema, row.credential);
      }),
    list: () =>
      run(async (database) => {
        const rows = await database.getAll('jwts');
        return rows
          .map(({ credential }) => readStored(credentialSchema, credential))
          .filter(isCredential)
          .filter(({ revokedAt }) => revokedAt === undefined);
      }),
    revoke: (id, now) =>
      run(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        const before = await transaction.objectStore('jwts').index('byId').get(id);
        const isMine = before !== undefined && before.credential.revokedAt === undefined;
        if (isMine) {
          const row = { credential: { ...before.credential, revokedAt: now } };
          await replaceRow(transaction, 'jwts', { before, share: revokedShare, row });
          await boundShare(transaction, 'jwts', { share: revokedShare, bound: revokedJwts });
        }
        await transaction.done;
        return isMine;
      }),
  };
  const signingKey: Store['signingKey'] = {
    get: () =>
      run(async (database) =>
        readStored(signingKeySchema, await database.get('settings', 'signingKey')),
      ),
    add: (key: SigningKeyRecord) =>
      run(async (database) => {
        const { store, done } = database.transaction('settings', 'readwrite');
        const first = readStored(signingKeySchema, await store.get('signingKey'));
        if (!first) await store.put(key, 'signingKey');
        await done;
        return first ?? key;
      }),
  };
  return {
    verbs,
    signingKey,
    usage: () =>
      run(async (database): Promise<Usage> => {
        const used = await liveAmount(database.transaction('counts').store);
        return { name: 'jwt-credentials', used, of: jwtsInAll };
      }),
  };
}
