import type { Span } from '../spans.ts';
import { answers } from './answers.ts';
import { calls } from './calls.ts';
import { columns } from './columns.ts';
import { continued } from './continued.ts';
import { cookies } from './cookies.ts';
import { pairs, schemes } from './credentials.ts';
import { keptIn } from './kept.ts';
import { lists } from './lists.ts';
import { markup } from './markup.ts';
import { named } from './named.ts';
import { people } from './people.ts';
import { plainPasswords } from './plain-passwords.ts';
import { sentences } from './sentences.ts';
import { alsoWithoutCarets } from './views.ts';
import { tokens } from './tokens.ts';

/** By a name or a place that says what it is; whoever reads first decides the kind. */
const byPlace: readonly ((text: string) => Span[])[] = [
  answers,
  lists,
  columns,
  named,
  cookies,
  schemes,
  pairs,
  markup,
  calls,
];

/**
 * All that a text gives away by itself: secrets by their names, their places and their shapes, and what
 * leads to persons. Parameters that are no secret stay, whatever a sentence beside them speaks of.
 */
export const findIn = alsoWithoutCarets((text: string): Span[] => {
  const found = byPlace.flatMap((read) => read(text));
  const spoken = sentences(text);
  const { ranges, clientIds } =
    spoken.length > 0 ? keptIn(text) : { ranges: [], clientIds: new Set<string>() };
  const isKept = ({ from, to, value }: Span): boolean =>
    clientIds.has(value) || ranges.some((range) => from < range.to && to > range.from);
  const secrets = [
    ...found,
    ...tokens(text),
    ...spoken.filter((span) => !isKept(span)),
    ...plainPasswords(text),
  ];
  return [...secrets, ...continued(text, secrets), ...people(text)];
});
