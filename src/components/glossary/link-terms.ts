import { type Term, terms } from './terms.ts';

/** A piece of prose: as it is, or a link to a term. */
export interface Piece {
  text: string;
  term?: Term;
}

/**
 * Cuts a text where it uses a term for the first time.
 *
 * @param text one text node of a page
 * @param seen the terms that the page has used already, by id; those of this text are added
 */
export function pieces(text: string, seen: Set<string>): Piece[] {
  const [first] = terms
    .flatMap((term) => {
      const found = seen.has(term.id) ? null : (term.written?.exec(text) ?? null);
      return found ? [{ term, from: found.index, word: found[0] }] : [];
    })
    .sort((one, other) => one.from - other.from || other.word.length - one.word.length);
  if (!first) return text === '' ? [] : [{ text }];
  const { term, from, word } = first;
  seen.add(term.id);
  const before = text.slice(0, from);
  return [
    ...(before === '' ? [] : [{ text: before }]),
    { text: word, term },
    ...pieces(text.slice(from + word.length), seen),
  ];
}
