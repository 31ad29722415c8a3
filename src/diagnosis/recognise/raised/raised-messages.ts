import { stringFinder } from '#protocol/text/string-finder.ts';
import type { Piece } from '../known-parts.ts';
import { type RaisedId, raisedTable } from './table.ts';

const mostOfOne = 10;

interface Row {
  id: RaisedId;
  parts: string[];
}

const rows: readonly Row[] = (Object.keys(raisedTable) as RaisedId[]).map((id) => ({
  id,
  parts: raisedTable[id].text.split(/<[a-z]+>/),
}));

const find = stringFinder(
  rows.map(({ parts: [first = ''] }) => first),
  mostOfOne,
);

/** The row's words from a place on, its places open for 300 characters each. */
function endAt(
  { parts: [first = '', ...others] }: Row,
  text: string,
  from: number,
): number | undefined {
  let to = from + first.length;
  for (const part of others) {
    const at = text.slice(to, to + 300 + part.length).indexOf(part);
    if (at < 0) return undefined;
    to += at + part.length;
  }
  return to;
}

/**
 * What programs say themselves, without a server's answer: an SDK that finds no token of its own, a
 * library that reaches nobody, a browser that refuses (`raised/table.ts`).
 *
 * @param text repaired
 */
export function raisedMessages(text: string): Piece[] {
  const found = [...find(text)].flatMap(({ index, at: from }): Piece[] => {
    const row = rows[index];
    const to = row && endAt(row, text, from);
    if (!row || to === undefined) return [];
    const client = raisedTable[row.id].client;
    return [
      {
        form: 'raised',
        range: { from, to },
        unknown: ['request', 'response'],
        codes: [],
        raised: row.id,
        message: text.slice(from, to).trim(),
        ...(client === undefined ? {} : { client }),
      },
    ];
  });
  // The longer words first: what lies within them is the same message, less exactly.
  return found.sort(
    (one, other) => one.range.from - other.range.from || other.range.to - one.range.to,
  );
}
