import type { Exchange } from '#protocol/exchange.ts';
import type { Range } from '../finding.ts';
import type { Diagnosis } from '../paste/diagnosis.ts';
import { hideAll } from '#protocol/mask/too-many.ts';
import { mapTexts, maskedByPlace } from './exchange.ts';
import { answerOf } from './find/answers.ts';
import { basicPair } from './find/credentials.ts';
import { findIn, findShapes } from './find/index.ts';
import { keptIn } from './find/kept.ts';
import { hiddenFinding } from './findings.ts';
import { madeOf } from './made-of.ts';
import type { Removed, Shown, ShownPiece } from './shown.ts';
import { joined, movedBy, replaceIn, type Span } from './spans.ts';
import { sweeper } from './sweep.ts';
import { createValues, type Known, type Values } from './values.ts';

/** More different values stand in no paste of a ticket; one that holds more was made to cost time. */
export const mostValues = 1_000;

/** A paste with what may be shown of it, and what its labels stand for, which nobody is shown. */
export interface Hidden {
  shown: Shown;
  originals: ReadonlyMap<string, string>;
}

const kindNames: Readonly<Record<string, string>> = {
  phone_number: 'phone number',
  email_address: 'e-mail address',
  ip_address: 'IP address',
  api_answer: 'answer of the API',
};

/** Secrets within credentials: of `id:secret` what follows the colon, and the first where both were swapped. */
function learnFrom(credentials: string, values: Values, carried: Map<string, number>): void {
  const pair = basicPair(credentials) ?? plainPair(credentials);
  if (!pair) return;
  const { id, secret } = pair;
  const inside = [secret.trim()];
  // RingCentral's ids are shorter than its secrets.
  if (id.length > secret.length && secret.length >= 12) inside.push(id);
  for (const value of inside) {
    const label = values.mask('client_secret', value);
    if (label !== value) carried.set(label, (carried.get(label) ?? 0) + 1);
  }
}

function plainPair(text: string): { id: string; secret: string } | undefined {
  const [, id, secret] = /^([\w.-]{4,}):(.{4,})$/s.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

function removedFrom(
  known: Iterable<Known>,
  counts: ReadonlyMap<string, number>,
  carried: ReadonlyMap<string, number>,
): Removed[] {
  const removed = new Map<string, Removed>();
  for (const { of, kind, label, value } of known) {
    const count = counts.get(label) ?? carried.get(label) ?? 0;
    if (count === 0 || removed.has(label)) continue;
    const name = kindNames[kind] ?? kind;
    removed.set(label, {
      of,
      kind: name,
      label,
      count,
      ...(of === 'body' ? {} : { madeOf: madeOf(value) }),
    });
  }
  return [...removed.values()];
}

const mask = /masked-[a-z_]+-\d+-\d+chars/g;

/** How often each label stands in a text. */
function countLabels(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [label] of text.matchAll(mask)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function textsOf(exchange: Exchange): string[] {
  const texts: string[] = [];
  mapTexts(exchange, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

/**
 * Hides what nobody is to see, and keeps what the labels stand for beside it: for a reader that has to
 * judge again what a page shows masked.
 */
export function hide(diagnosis: Diagnosis): Hidden {
  const { text, repairs, isCut, pieces, findings } = diagnosis;
  const values = createValues();
  const carried = new Map<string, number>();
  const read = new Map<string, Span[]>();
  /** First pass: what a text gives away by itself, each value with its label. */
  const learn = (one: string): void => {
    if (read.has(one)) return;
    const spans = joined(one, findIn(one));
    read.set(one, spans);
    for (const span of spans) {
      values.label(span);
      if (span.kind === 'credentials') learnFrom(span.value, values, carried);
      // A token over several lines is looked for line by line too.
      const raw = one.slice(span.from, span.to);
      if (!raw.includes('\n')) continue;
      for (const line of raw.split(/[\s>|"'+\\]+/))
        if (line.length >= 8) values.also(line, values.label(span));
    }
  };
  learn(text);
  const placed = pieces.map(({ exchange }): Exchange | undefined => {
    if (!exchange) return undefined;
    const body = answerOf(exchange);
    const answer =
      body === undefined
        ? undefined
        : values.label({ of: 'body', kind: 'api_answer', value: body });
    const masked = maskedByPlace(exchange, values, answer);
    for (const one of textsOf(masked)) learn(one);
    return masked;
  });

  const known = [...values.all()];
  const isOver = known.length > mostValues;
  const { clientIds } = keptIn(text);
  const sweep = sweeper(isOver ? known.slice(0, mostValues) : known, clientIds);
  const labelled = (one: string, spans: readonly Span[]) =>
    joined(one, spans).map((span) => ({ from: span.from, to: span.to, by: values.label(span) }));
  const hideText = (one: string): string =>
    replaceIn(one, labelled(one, [...(read.get(one) ?? []), ...sweep(one)]));
  const hideWords = (one: string): string =>
    replaceIn(one, labelled(one, [...findShapes(one), ...sweep(one)]));

  const replaced = isOver
    ? [{ from: 0, to: text.length, by: `not shown: over ${mostValues} secrets` }]
    : labelled(text, [...(read.get(text) ?? []), ...sweep(text)]);
  const move = movedBy(replaced);
  const shownText = replaceIn(text, replaced);
  const shownPieces = pieces.map((piece, at): ShownPiece => {
    const exchange = placed[at];
    const { form, range, unknown, codes, message } = piece;
    return {
      form,
      range: move(range),
      unknown,
      codes,
      ...(exchange && {
        exchange: mapTexts(isOver ? hideAll(exchange, mostValues) : exchange, hideText),
      }),
      ...(message === undefined ? {} : { message: isOver ? '' : hideAnyText(message) }),
    };
  });
  function hideAnyText(one: string): string {
    learn(one);
    return hideText(one);
  }
  const secrets = known.filter(({ of }) => of === 'secret').map(({ value }) => value);
  const hiding = { hide: hideWords, move: (range: Range) => move(range), secrets };
  const shownFindings = findings.map((found) => hiddenFinding(found, hiding));

  const inText = countLabels(shownText);
  const counts = inText.size > 0 || text !== '' ? inText : countLabels(JSON.stringify(shownPieces));
  const all = [...values.all()];
  const removed = removedFrom(all, counts, carried);
  const isRemoved = new Set(removed.map(({ label }) => label));
  const originals = new Map<string, string>();
  const people: Record<string, string> = {};
  for (const { of, label, value } of all) {
    if (!originals.has(label)) originals.set(label, value);
    if (of === 'person' && isRemoved.has(label)) people[label] ??= value;
  }
  return {
    shown: {
      text: shownText,
      repairs,
      isCut,
      pieces: shownPieces,
      findings: shownFindings,
      removed,
      people,
    },
    originals,
  };
}

/** What a view, a link and a report may have of a paste. */
export function show(diagnosis: Diagnosis): Shown {
  return hide(diagnosis).shown;
}
