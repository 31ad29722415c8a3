import { cutText, octetsOf } from '#protocol/text/copy-text.ts';
import { eventParts } from '../limits.ts';

const isFlat = (headers: LoggedHeaders): headers is readonly string[] =>
  Array.isArray(headers) && typeof headers[0] === 'string';

/** Header fields as whoever has them keeps them: names and values by turns, in pairs, or by name. */
export type LoggedHeaders =
  readonly string[] | readonly [string, string][] | Readonly<Record<string, string>>;

/** Header fields as pairs. */
export function pairsOf(headers: LoggedHeaders): [string, string][] {
  if (isFlat(headers)) {
    const pairs: [string, string][] = [];
    for (let index = 0; index + 1 < headers.length; index += 2) {
      pairs.push([headers[index] ?? '', headers[index + 1] ?? '']);
    }
    return pairs;
  }
  return Array.isArray(headers)
    ? [...(headers as readonly [string, string][])]
    : Object.entries(headers as Readonly<Record<string, string>>);
}

/** The text, or its first characters with a word about the rest: a copy, never a view of it. */
export function boundedText(text: string, most: number): string {
  return text.length > most
    ? `${cutText(text, most)}… (cut here; ${text.length} characters)`
    : text;
}

/** About how many octets header fields take. */
function weigh(headers: LoggedHeaders): { octets: number; fields: number; longest: number } {
  let octets = 0;
  let fields = 0;
  let longest = 0;
  const one = (text: string): void => {
    octets += text.length;
    if (text.length > longest) longest = text.length;
  };
  if (isFlat(headers)) {
    for (const text of headers) one(text);
    fields = headers.length / 2;
  } else if (Array.isArray(headers)) {
    for (const [name, value] of headers as readonly [string, string][]) {
      one(name);
      one(value);
      fields += 1;
    }
  } else {
    const named = headers as Readonly<Record<string, string>>;
    for (const name in named) {
      one(name);
      one(named[name] ?? '');
      fields += 1;
    }
  }
  return { octets: octets + fields * 32, fields, longest };
}

/** Header fields as they are, or the first of them where they are more than anybody sends. */
export function boundedHeaders(headers: LoggedHeaders): { headers: LoggedHeaders; octets: number } {
  const { octets, fields, longest } = weigh(headers);
  if (
    octets <= eventParts.allFields &&
    fields <= eventParts.fields &&
    longest <= eventParts.field
  ) {
    return { headers, octets };
  }
  const kept: [string, string][] = [];
  let room: number = eventParts.allFields;
  const all = pairsOf(headers);
  for (const [name, value] of all) {
    const short = boundedText(value, Math.min(eventParts.field, room));
    room -= name.length + short.length;
    if (room < 0 || kept.length === eventParts.fields) {
      kept.push(['…', `(cut here; ${all.length} fields)`]);
      break;
    }
    kept.push([cutText(name, eventParts.id), short]);
  }
  return { headers: kept, octets: octetsOfPairs(kept) };
}

const octetsOfPairs = (pairs: readonly [string, string][]): number =>
  pairs.reduce((sum, [name, value]) => sum + octetsOf(name) + octetsOf(value) + 32, 0);
