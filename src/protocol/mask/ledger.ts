import { encodeFormPart } from '../form.ts';
import { readMask, writeMask } from './marker.ts';

/** Shorter values are masked where they stand, but not looked for elsewhere: they may be any word. */
const shortestSwept = 6;
/** From here on a value cannot be part of an ordinary word. */
const longEnoughToBeAlone = 16;

/** Runs of text that could be a token, a code or an encoded secret: base64url and its separators. */
const runs = /[A-Za-z0-9\-._~]{8,}/g;

/** Remembers secrets and their masks, so that one secret has one mask wherever it appears. */
export interface Ledger {
  /** The mask of a secret; the first place that named it decides the kind. */
  mask(kind: string, value: string): string;
  /** Begins an exchange: what is learned from here on is looked for everywhere in it. */
  begin(): void;
  /** Replaces secrets that stand in a text where none was expected. */
  sweep(text: string): string;
}

function jsonEscape(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

function htmlEscape(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** `encodeURIComponent` throws on half a surrogate pair, which a body may hold. */
function encodeComponent(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    return value;
  }
}

function spellings(value: string): string[] {
  const all = [
    value,
    encodeComponent(value),
    encodeFormPart(value),
    jsonEscape(value),
    htmlEscape(value),
  ];
  return [...new Set(all)].sort((one, other) => other.length - one.length);
}

function replaceWord(text: string, word: string, mask: string): string {
  if (!text.includes(word)) return text;
  if (word.length >= longEnoughToBeAlone) return text.replaceAll(word, mask);
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  return text.replaceAll(new RegExp(`(?<![A-Za-z0-9_])${escaped}(?![A-Za-z0-9_])`, 'g'), mask);
}

export function createLedger(): Ledger {
  const masks = new Map<string, string>();
  const counts = new Map<string, number>();
  let current = new Map<string, string>();

  return {
    mask(kind, value) {
      if (value === '' || readMask(value)) return value;
      let mask = masks.get(value);
      if (mask === undefined) {
        const number = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, number);
        mask = writeMask({ kind, number, length: value.length });
        masks.set(value, mask);
      }
      if (value.length >= shortestSwept) current.set(value, mask);
      return mask;
    },
    begin() {
      current = new Map();
    },
    sweep(text) {
      let swept = text;
      for (const [value, mask] of current) {
        for (const spelling of spellings(value)) swept = replaceWord(swept, spelling, mask);
      }
      // Secrets of earlier exchanges are many: they are found by looking up each run of the text.
      return swept.replaceAll(runs, (run) => {
        const word = run.replace(/\.+$/, '');
        return masks.get(run) ?? (masks.get(word) ?? word) + run.slice(word.length);
      });
    },
  };
}
