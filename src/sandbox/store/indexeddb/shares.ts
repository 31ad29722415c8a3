import { weightOf } from '../weight-of.ts';
import { isBeyond } from '../usage.ts';
import type { Amount } from '../../limits.ts';
import type { Counted } from './layout.ts';
import { type CountingTransaction, count, readCount } from './counts.ts';

/** Stores that are divided into shares, each bounded by itself. */
export type SharedStoreName = 'transactions' | 'codes' | 'jwts' | 'rates';

/** What these functions ask of an object store, whichever of the four it is. */
interface CountedObjectStore {
  add(row: Counted): Promise<number>;
  put(row: Counted): Promise<number>;
  delete(key: number | IDBKeyRange): Promise<void>;
  index(name: 'byShare'): {
    get(share: string): Promise<Counted | undefined>;
    getAllKeys(share: string): Promise<number[]>;
  };
}

/** One object store carries the octets of its rows, so that a row that goes is counted out without a walk. */
const storeOf = (transaction: CountingTransaction, name: SharedStoreName) =>
  transaction.objectStore(name) as unknown as CountedObjectStore;

async function countRow(
  transaction: CountingTransaction,
  name: SharedStoreName,
  { share, change }: { share: string; change: Amount },
): Promise<void> {
  await count(transaction, [name], change);
  await count(transaction, [name, share], change);
}

/** A row with what it counts for. */
export function counted<Row extends object>(share: string, row: Row): Row & Counted {
  return { ...row, share, octets: weightOf(row) };
}

/** Adds a row, behind all others. */
export async function addRow<Row extends object>(
  transaction: CountingTransaction,
  name: SharedStoreName,
  { share, row }: { share: string; row: Row },
): Promise<void> {
  const next = counted(share, row);
  await storeOf(transaction, name).add(next);
  await countRow(transaction, name, { share, change: { octets: next.octets, number: 1 } });
}

/** Puts another record in the place of one, in a share that may be another. */
export async function replaceRow<Row extends object>(
  transaction: CountingTransaction,
  name: SharedStoreName,
  { before, share, row }: { before: Counted; share: string; row: Row },
): Promise<void> {
  const { place } = before;
  const next = { ...counted(share, row), ...(place !== undefined && { place }) };
  await storeOf(transaction, name).put(next);
  const out = { octets: -before.octets, number: -1 };
  await countRow(transaction, name, { share, change: { octets: next.octets, number: 1 } });
  await countRow(transaction, name, { share: before.share, change: out });
}

/** Drops a row. */
export async function dropRow(
  transaction: CountingTransaction,
  name: SharedStoreName,
  { place, share, octets }: Counted,
): Promise<void> {
  if (place === undefined) return;
  await storeOf(transaction, name).delete(place);
  await countRow(transaction, name, { share, change: { octets: -octets, number: -1 } });
}

/** Drops the oldest rows of a share beyond its bound. */
export async function boundShare(
  transaction: CountingTransaction,
  name: SharedStoreName,
  { share, bound }: { share: string; bound: Amount },
): Promise<void> {
  const counts = transaction.objectStore('counts');
  while (isBeyond(readCount(await counts.get([name, share])), bound)) {
    // Within one key an index goes by place, so the oldest comes first.
    const oldest = await storeOf(transaction, name).index('byShare').get(share);
    if (!oldest) return;
    await dropRow(transaction, name, oldest);
  }
}

/** Drops a whole share. */
export async function dropShare(
  transaction: CountingTransaction,
  name: SharedStoreName,
  share: string,
): Promise<void> {
  const store = storeOf(transaction, name);
  for (const place of await store.index('byShare').getAllKeys(share)) await store.delete(place);
  const { octets, number } = readCount(await transaction.objectStore('counts').get([name, share]));
  await countRow(transaction, name, { share, change: { octets: -octets, number: -number } });
}
