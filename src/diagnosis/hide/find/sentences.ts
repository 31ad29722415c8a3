import { isSecretValue, looksMadeByChance, looksSecret } from '../secret-value.ts';
import type { Span } from '../spans.ts';
import { everyWord, kindOfWord, type SecretWord, secretWords } from './secret-words.ts';

/** A run without white space, the punctuation of a sentence around it left out; in Latin letters. */
const run = /[!#-&*+\--:=?-Z\\^_a-z|~\u00a1-\u024f]{4,8000}/g;
const wholeRun = new RegExp(run.source, 'y');
/** What names something else than a secret, just before a run. */
const namesOther =
  /(?:\b(?:id|app|client|extension|user|account|request|challenge|state|version|line|host|scope|method|realm)|[\w-]+\/)\s?[:=]?\s?["'`[(]?$/i;
/** So far behind the word what it speaks of may stand. */
const reach = 100;
/** `hunter2 is my password` */
const before = new RegExp(
  String.raw`(?<![^\s"'(\x60])([^\s"'\x60()<>,;]{6,400})["'\x60]?\s?(?:is|was|as|\(|=|<-)\s?(?:(?:my|our|the|his|her|their)\s)?(?:[a-z]{2,15}[ -]){0,2}?(${everyWord})(?![\p{L}\d_=:-])`,
  'giu',
);
/** What ties a word to its value, and of what it is: `secret: `, `password for extension 101 is `. */
const leadsTo =
  /^\S?[\s"'`(:=|,\u2013\u2192>-]*(?:as string|string)?[\s"'`(:=]*$|^[^.;]{0,40}(?:\b(?:is|was|ist|es|est|lautet|equals)|[:=\u306f\u662f\uff1a\uff1d]|\s[\u00e8\u00e9])[\s"'`(:=]*$/iu;
/** `password: "hunter"`, `the password is 'hunter'`: said in so many words. */
const quoted = /^\s{0,3}(?:is|was|ist|es|est|=|:)\s{0,3}(["'`])([^"'`\n\s]{3,200})\1/iu;

const bare = (text: string): string => text.replace(/^[:=|]+/, '').replace(/[.:!?…|]+$/, '');

/** `id / secret`, as people write the two into a ticket. */
const both = /(?<![^\s"'`(:=])([\w-]{16,64})\s?[/|]\s?([\w+=-]{16,400})(?![^\s"'`),.;])/g;

/** `key=value` names its own value, and other readers take it; options and dotted names are a program's. */
const isOther = (text: string): boolean =>
  /^[&?]?[A-Za-z_.-]{2,40}(?:=(?!=*$)|:\S)|^[&?]?[a-z_.-]{2,24}=$|&[A-Za-z_]+=|^-{1,2}[a-z]/.test(
    text,
  );

/** What follows a word: to the end of its line, or of the member of JSON that it stands in. */
function stretchAfter(text: string, from: number): { text: string; from: number } {
  const rest = text.slice(from, from + reach);
  const stretch = rest.split(/\n|["'`]\s?[,:}\]](?!\s?["'`])/, 1)[0] ?? '';
  // A heading, and its value alone on the next line.
  const [, gap, line] = /^([\s:|]*\n[ \t]*)(\S+)[ \t]*(?:\n|$)/.exec(rest) ?? [];
  if (gap === undefined || line === undefined) return { text: stretch, from };
  return { text: line, from: from + gap.length };
}

/** A run as long as this is read once, not for each word in it. */
const longRun = 1_000;

/** @param read how far long runs were read already */
function behind(text: string, { to, kind }: SecretWord, read: { to: number }): Span[] {
  if (to < read.to) return [];
  const stretch = stretchAfter(text, to);
  const spanAt = (from: number, value: string): Span => ({
    of: 'secret',
    kind,
    from,
    to: from + value.length,
    value,
  });
  for (const { index, 0: whole } of stretch.text.matchAll(run)) {
    if (!/[\d!@#$%^&*+~|?]/.test(whole) || isOther(bare(whole))) continue;
    const at = stretch.from + index;
    // Read to its end, which may lie beyond the reach.
    wholeRun.lastIndex = at;
    const written = wholeRun.exec(text)?.[0] ?? whole;
    if (written.length > longRun) read.to = at + written.length;
    const value = bare(written);
    const from = at + written.indexOf(value);
    // Close behind the word a password may be any; further away it has to look like nothing else.
    const isNear = leadsTo.test(text.slice(to, from));
    if (!(isNear ? looksSecret(value) : looksMadeByChance(value)) || isOther(value)) continue;
    if (!isNear && namesOther.test(text.slice(Math.max(0, from - 24), from))) continue;
    return [spanAt(from, value)];
  }
  const said = quoted.exec(text.slice(to, to + reach));
  const literal = said?.[2];
  if (literal === undefined || !isSecretValue(kind, literal)) return [];
  if (kind !== 'password' && kind !== 'client_secret' && !looksSecret(literal)) return [];
  return [spanAt(to + (said?.[0].length ?? 0) - 1 - literal.length, literal)];
}

/**
 * Secrets that people write in sentences, tables and options: what looks made by chance close behind,
 * or before, a word for a secret ("my password (…)", `client_secret | …`, "mein Passwort ist …").
 */
export function sentences(text: string): Span[] {
  const read = { to: 0 };
  const found = secretWords(text).flatMap((word) => behind(text, word, read));
  for (const { index, 0: whole, 1: raw = '', 2: word = '' } of text.matchAll(before)) {
    const value = bare(raw);
    if (!looksSecret(value) || isOther(value)) continue;
    if (namesOther.test(text.slice(Math.max(0, index - 24), index))) continue;
    const from = index + whole.indexOf(value);
    found.push({ of: 'secret', kind: kindOfWord(word), from, to: from + value.length, value });
  }
  for (const { index, 0: whole, 1: id = '', 2: value = '' } of text.matchAll(both)) {
    if (!looksMadeByChance(id) || !looksMadeByChance(value)) continue;
    const to = index + whole.length;
    found.push({ of: 'secret', kind: 'client_secret', from: to - value.length, to, value });
  }
  return found;
}
