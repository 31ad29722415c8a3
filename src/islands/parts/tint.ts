import type { Actor } from '#protocol/actors.ts';
import { encodeFormPart } from '#protocol/form.ts';

/** A value that is known in this run, and who made it. */
export interface KnownValue {
  name: string;
  value: string;
  maker: Actor;
}

/** A piece of text; `maker` is set where the piece is a value that somebody made. */
export interface TintedPart {
  text: string;
  maker?: Actor;
}

/** Shorter values would light up by chance (`1`, `ok`). */
const shortestValue = 8;

/**
 * Splits a text into plain pieces and known values, so that a value keeps the
 * colour of who made it wherever it appears, percent-encoded too. Where two
 * values begin at one place, the longer wins.
 */
export function tint(text: string, known: readonly KnownValue[]): TintedPart[] {
  const needles = known
    .filter(({ value }) => value.length >= shortestValue)
    .flatMap(({ value, maker }) => {
      const encoded = encodeFormPart(value);
      return encoded === value
        ? [{ value, maker }]
        : [
            { value, maker },
            { value: encoded, maker },
          ];
    })
    .sort((a, b) => b.value.length - a.value.length);
  const parts: TintedPart[] = [];
  let plain = 0;
  for (let at = 0; at < text.length;) {
    const hit = needles.find(({ value }) => text.startsWith(value, at));
    if (!hit) {
      at += 1;
      continue;
    }
    if (at > plain) parts.push({ text: text.slice(plain, at) });
    parts.push({ text: hit.value, maker: hit.maker });
    at += hit.value.length;
    plain = at;
  }
  if (plain < text.length) parts.push({ text: text.slice(plain) });
  return parts;
}
