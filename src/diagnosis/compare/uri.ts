import { isLoopbackName } from '#protocol/loopback.ts';
import { commonEnds } from '#protocol/text/common-ends.ts';

/** How two redirect URIs differ, as it stands in a sentence: "a slash at the end". */
export interface UriDifference {
  /** Names the one class that explains all of it, or "one character" and the like. */
  words: string;
  /** The first character that differs, from 1. */
  at: number;
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function classOf(sent: string, expected: string): string {
  if (sent === '') return 'it is empty';
  if (`${expected}/` === sent) return 'a slash at the end that the other does not have';
  if (`${sent}/` === expected) return 'no slash at the end';
  if (sent.trim() === expected) return 'white space at its end or beginning';
  if (decodeOnce(sent) === expected) return 'it is percent-encoded twice';
  const one = parse(sent);
  const other = parse(expected);
  if (!one || !other) return 'it is not an absolute URI';
  const same = (...parts: ('protocol' | 'hostname' | 'port' | 'pathname' | 'search' | 'hash')[]) =>
    parts.every((part) => one[part] === other[part]);
  if (one.href === other.href) {
    return sent.toLowerCase() === expected.toLowerCase()
      ? 'capitals and small letters'
      : 'the same address written another way';
  }
  if (same('hostname', 'port', 'pathname', 'search', 'hash')) {
    return `${one.protocol.slice(0, -1)} for ${other.protocol.slice(0, -1)}`;
  }
  if (same('protocol', 'port', 'pathname', 'search', 'hash')) {
    const both = isLoopbackName(one.hostname) && isLoopbackName(other.hostname);
    return both ? `${one.hostname} for ${other.hostname}` : 'another host';
  }
  if (same('protocol', 'hostname', 'pathname', 'search', 'hash')) return 'another port';
  if (same('protocol', 'hostname', 'port', 'pathname', 'search')) return 'a fragment';
  if (same('protocol', 'hostname', 'port', 'pathname', 'hash')) return 'another query';
  if (same('protocol', 'hostname', 'port', 'search', 'hash')) {
    return one.pathname.toLowerCase() === other.pathname.toLowerCase()
      ? 'capitals and small letters in the path'
      : 'another path';
  }
  return 'more than one part';
}

function decodeOnce(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * Names how a redirect URI differs from the one it must equal, character for character.
 *
 * @returns undefined when the two are the same text
 * @see RFC 6749 section 3.1.2.3, RFC 9700 section 4.1.3
 */
export function describeUriDifference(sent: string, expected: string): UriDifference | undefined {
  if (sent === expected) return undefined;
  return { words: classOf(sent, expected), at: commonEnds(sent, expected).start + 1 };
}
