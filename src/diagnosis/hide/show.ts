import { hideAll } from '#protocol/mask/too-many.ts';
import type { Diagnosis } from '../paste/diagnosis.ts';
import { mapTexts } from './exchange.ts';
import { keptIn } from './find/kept.ts';
import { tokens } from './find/tokens.ts';
import { hiddenFinding } from './findings.ts';
import { learn } from './learn.ts';
import { removedFrom } from './removed.ts';
import type { Shown, ShownPiece } from './shown.ts';
import { joined, movedBy, type Replaced, replaceIn, type Span } from './spans.ts';
import { sweeper } from './sweep.ts';

/** More different values stand in no paste of a ticket; one that holds more was made to cost time. */
export const mostValues = 2_000;

/** A paste with what may be shown of it, and what its labels stand for, which nobody is shown. */
export interface Hidden {
  shown: Shown;
  /** By label, as it was first written. */
  originals: ReadonlyMap<string, string>;
  /** It holds more secrets than are looked for: nothing of it is shown or told. */
  isOver: boolean;
}

/**
 * Hides what nobody is to see, and keeps what the labels stand for beside it: for a reader that has to
 * judge again what a page shows masked.
 *
 * Two passes: what stands in its place or gives itself away, then every value that is known, wherever
 * it stands and however it is spelled.
 */
export function hide(diagnosis: Diagnosis): Hidden {
  const { text, repairs, isCut, pieces, har } = diagnosis;
  const { values, spansOf, exchanges, carried } = learn(diagnosis);
  const known = [...values.all()];
  const isOver = known.length > mostValues;
  const sweep = sweeper(isOver ? [] : known, keptIn(text).clientIds);

  const labelled = (one: string, spans: readonly Span[]): Replaced[] =>
    joined(one, spans).map((span) => ({ from: span.from, to: span.to, by: values.label(span) }));
  // Header fields are the same in many exchanges.
  const hidden = new Map<string, string>();
  const hideText = (one: string): string => {
    const before = hidden.get(one);
    if (before !== undefined) return before;
    const after = replaceIn(one, labelled(one, [...spansOf(one), ...sweep(one)]));
    hidden.set(one, after);
    return after;
  };
  // Words of ours name examples: what they repeat of the paste is known.
  const words = new Map<string, string>();
  const hideWords = (one: string): string => {
    const before = words.get(one);
    if (before !== undefined) return before;
    const after = replaceIn(one, labelled(one, [...tokens(one), ...sweep(one)]));
    words.set(one, after);
    return after;
  };

  const replaced = isOver
    ? [{ from: 0, to: text.length, by: `not shown: over ${mostValues} secrets` }]
    : labelled(text, [...spansOf(text), ...sweep(text)]);
  const move = movedBy(replaced);
  const shownText = replaceIn(text, replaced);
  const shownPieces = pieces.map(({ form, range, unknown, codes, message }, at): ShownPiece => {
    const exchange = exchanges[at];
    const shared = { form, range: move(range), unknown, codes };
    if (isOver) return exchange ? { ...shared, exchange: hideAll(exchange, mostValues) } : shared;
    return {
      ...shared,
      ...(exchange && { exchange: mapTexts(exchange, hideText) }),
      ...(message === undefined ? {} : { message: hideText(message) }),
    };
  });
  const secrets = known.filter(({ of }) => of === 'secret').map(({ value }) => value);
  // With secrets that were not looked for, nothing can be said that may repeat one.
  const findings = isOver
    ? []
    : diagnosis.findings.map((found) => hiddenFinding(found, { hide: hideWords, move, secrets }));

  const all = [...values.all()];
  const removed = removedFrom(shownText, all, carried);
  const originals = new Map<string, string>();
  for (const { from, to, by } of replaced)
    if (!originals.has(by)) originals.set(by, text.slice(from, to));
  const people: Record<string, string> = {};
  for (const { of, label } of removed) {
    const original = originals.get(label);
    if (of === 'person' && original !== undefined) people[label] = original;
  }
  const shown = { text: shownText, repairs, isCut, pieces: shownPieces, findings, removed, people };
  return { shown: har ? { ...shown, har } : shown, originals, isOver };
}

/** What a view, a link and a report may have of a paste. */
export function show(diagnosis: Diagnosis): Shown {
  return hide(diagnosis).shown;
}
