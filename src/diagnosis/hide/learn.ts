import type { Exchange } from '#protocol/exchange.ts';
import type { Recognised } from '../recognise/recognise.ts';
import { maskedByPlace, textsOf } from './exchange.ts';
import { answerOf } from './find/answers.ts';
import { basicPair } from './find/basic-pair.ts';
import { findIn } from './find/index.ts';
import { meaningsOf } from './find/quoted.ts';
import { joined, type Span } from './spans.ts';
import { createValues, type Values } from './values.ts';

/** What the first pass knows of a paste. */
export interface Learned {
  values: Values;
  /** What each text that was read gives away by itself. */
  spansOf: (text: string) => readonly Span[];
  /** Of each piece, in their order: its exchange without the secrets in their places. */
  exchanges: (Exchange | undefined)[];
  /** Secrets within credentials, by label, and how often: nobody reads them there, and they are in it. */
  carried: ReadonlyMap<string, number>;
}

const plainPair = (text: string): { id: string; secret: string } | undefined => {
  const [, id, secret] = /^([\w.-]{4,}):(.{4,})$/s.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
};

/** Of `id:secret` what follows the colon, and the first where both were swapped. */
function secretsIn(credentials: string): string[] {
  const pair = basicPair(credentials) ?? plainPair(credentials);
  if (!pair) return [];
  const { id, secret } = pair;
  // RingCentral's ids have 22 characters or a few more, its secrets twice as many.
  const isSwapped = id.length >= 30 && secret.length >= 16 && secret.length <= 26;
  return [secret.trim(), ...(isSwapped ? [id] : [])];
}

const mask = /masked-[a-z_]+-\d+-\d+chars/;
/** Nothing shorter says by itself what it is: `pin=1` stands in its place. */
const shortestRead = 7;
/** A piece of a token that stands over several lines is looked for by itself too. */
const shortestLine = 8;

/**
 * First pass: every value that a paste gives away, by its place in an exchange, by its name, its shape,
 * or what a sentence says of it. The same value has one label.
 */
export function learn({ text, pieces }: Recognised): Learned {
  const values = createValues();
  const carried = new Map<string, number>();
  const read = new Map<string, Span[]>();
  const readText = (one: string): void => {
    if (one.length < shortestRead || read.has(one)) return;
    const spans = joined(one, findIn(one));
    read.set(one, spans);
    for (const span of spans) {
      const label = values.label(span);
      for (const secret of span.kind === 'credentials' ? secretsIn(span.value) : []) {
        const own = values.mask('client_secret', secret);
        if (own !== secret) carried.set(own, (carried.get(own) ?? 0) + 1);
      }
      const raw = one.slice(span.from, span.to);
      // A percent sign may be an escape, or part of a password that nobody encoded.
      if (span.of === 'secret' && raw !== span.value) {
        for (const meaning of meaningsOf(raw)) values.also(meaning, label);
      }
      const lines = raw.includes('\n') ? raw.split(/[\s>|"'+\\]+/) : [];
      for (const line of lines) if (line.length >= shortestLine) values.also(line, label);
    }
  };
  readText(text);
  const exchanges = pieces.map(({ exchange, message, range }): Exchange | undefined => {
    if (message !== undefined) readText(message);
    if (!exchange) return undefined;
    const body = answerOf(exchange);
    const answer =
      body === undefined
        ? undefined
        : values.label({ of: 'body', kind: 'api_answer', value: body });
    const masked = maskedByPlace(exchange, values, answer);
    // What stands in the paste as it is was read there.
    const pasted = text.slice(range.from, range.to);
    const isRead = (one: string): boolean => one.split(mask).every((part) => pasted.includes(part));
    for (const one of textsOf(masked)) if (!isRead(one)) readText(one);
    return masked;
  });
  return { values, spansOf: (one) => read.get(one) ?? [], exchanges, carried };
}
