import { weightOf } from '../weight-of.ts';
import { isBeyond } from '../usage.ts';
import type { Amount } from '../../limits.ts';
import type { Counted } from './layout.ts';
import { type CountingTransaction, count, readCount } from './counts.ts';

/** Shelves that are divided into shares, each bounded by itself. */
export type SharedShelf = 'transactions' | 'codes' | 'jwts' | 'rates';

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
const storeOf = (transaction: CountingTransaction, shelf: SharedShelf) =>
  transaction.objectStore(shelf) as unknown as CountedObjectStore;

async function countRow(
  transaction: CountingTransaction,
  shelf: SharedShelf,
  { share, change }: { share: string; change: Amount },
): Promise<void> {
  await count(transaction, [shelf], change);
  await count(transaction, [shelf, share], change);
}

/** A row with what it counts for. */
export function counted<Row extends object>(share: string, row: Row): Row & Counted {
  return { ...row, share, octets: weightOf(row) };
}

/** Adds a row, behind all others. */
export async function addRow<Row extends object>(
  transaction: CountingTransaction,
  shelf: SharedShelf,
  { share, row }: { share: string; row: Row },
): Promise<void> {
  const next = counted(share, row);
  await storeOf(transaction, shelf).add(next);
  await countRow(transaction, shelf, { share, change: { octets: next.octets, number: 1 } });
}

/** Puts another record in the place of one, in a share that may be another. */
export async function replaceRow<Row extends object>(
  transaction: CountingTransaction,
  shelf: SharedShelf,
  { before, share, row }: { before: Counted; share: string; row: Row },
): Promise<void> {
  const { place } = before;
  const next = { ...counted(share, row), ...(place !== undefined && { place }) };
  await storeOf(transaction, shelf).put(next);
  const out = { octets: -before.octets, number: -1 };
  await countRow(transaction, shelf, { share, change: { octets: next.octets, number: 1 } });
  await countRow(transaction, shelf, { share: before.share, change: out });
}

/** Drops a row. */
export async function dropRow(
  transaction: CountingTransaction,
  shelf: SharedShelf,
  { place, share, octets }: Counted,
): Promise<void> {
  if (place === undefined) return;
  await storeOf(transaction, shelf).delete(place);
  await countRow(transaction, shelf, { share, change: { octets: -octets, number: -1 } });
}

/** Drops the oldest rows of a share beyond its bound. */
export async function boundShare(
  transaction: CountingTransaction,
  shelf: SharedShelf,
  { share, bound }: { share: string; bound: Amount },
): Promise<void> {
  const counts = transaction.objectStore('counts');
  while (isBeyond(readCount(await counts.get([shelf, share])), bound)) {
    // Within one key an index goes by place, so the oldest comes first.
    const oldest = await storeOf(transaction, shelf).index('byShare').get(share);
    if (!oldest) return;
    await dropRow(transaction, shelf, oldest);
  }
}

/** Drops a whole share. */
export async function dropShare(
  transaction: CountingTransaction,
  shelf: SharedShelf,
  share: string,
): Promise<void> {
  const store = storeOf(transaction, shelf);
  for (const place of await store.index('byShare').getAllKeys(share)) await store.delete(place);
  const { octets, number } = readCount(await transaction.objectStore('counts').get([shelf, share]));
  await countRow(transaction, shelf, { share, change: { octets: -octets, number: -number } });
}
