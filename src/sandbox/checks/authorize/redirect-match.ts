import { loopbackPattern } from '#protocol/loopback.ts';
import { nearestText, unsharedBy } from '#protocol/text/nearest-text.ts';

/** How a requested URI is compared with the registered ones. */
export interface RedirectMatchOptions {
  /** `prefix` is a demonstration of what goes wrong (RFC 9700 section 4.1.1). */
  mode: 'exact' | 'prefix';
  /** Mobile and desktop apps may ask for any port of a registered http loopback URI. */
  variablePort: boolean;
}

/** Why no registered URI is the requested one, as the rule that names the difference. */
export type MismatchRule = 'AS-028' | 'AS-035' | 'AS-036' | 'AS-039' | 'AS-041' | 'AS-042';

export type RedirectMatch =
  | { kind: 'match'; registered: string }
  /** `nearest` is the registered URI that differs least; absent when none is registered. */
  | { kind: 'mismatch'; rule: MismatchRule; nearest?: string };

interface LoopbackUri {
  scheme: string;
  host: string;
  port: string;
  /** Path and query, as written. */
  rest: string;
}

// After the host only a port, a path, a query or the end may follow, which keeps
// out 127.0.0.1.evil.example and 127.0.0.1@evil.example (AS-042).
const loopback = new RegExp(
  String.raw`^(https?)://(${loopbackPattern})(?::(\d{1,5}))?((?:[/?].*)?)$`,
  's',
);
const loopbackLookalike = new RegExp(`^https?://(?:${loopbackPattern})[.@]`);

function readLoopback(uri: string): LoopbackUri | undefined {
  const found = loopback.exec(uri);
  if (!found) return undefined;
  const [, scheme = '', host = '', port = '', rest = ''] = found;
  if (port !== '' && (Number(port) < 1 || Number(port) > 65_535)) return undefined;
  return { scheme, host, port, rest };
}

/** Whether two URIs are http on the same loopback name and differ in nothing but the port. */
function differOnlyInPort(requested: string, registered: string): boolean {
  const left = readLoopback(requested);
  const right = readLoopback(registered);
  return (
    left !== undefined &&
    right !== undefined &&
    left.scheme === 'http' &&
    right.scheme === 'http' &&
    left.host === right.host &&
    left.rest === right.rest
  );
}

/** Names the difference, so that the trace and the page can say which rule it is. */
function nameMismatch(requested: string, registered: readonly string[]): MismatchRule {
  if (loopbackLookalike.test(requested)) return 'AS-042';
  if (registered.some((uri) => requested.startsWith(uri))) return 'AS-036';
  const asked = readLoopback(requested);
  if (asked) {
    const known = registered.map(readLoopback).filter((uri) => uri !== undefined);
    const sameRest = known.filter((uri) => uri.rest === asked.rest && uri.scheme === asked.scheme);
    if (sameRest.some((uri) => uri.host === asked.host)) return 'AS-041';
    if (sameRest.length > 0) return 'AS-039';
  }
  const nearest = nearestText(requested, registered);
  return nearest !== undefined && unsharedBy(requested, nearest) <= 3 ? 'AS-035' : 'AS-028';
}

/**
 * Compares a requested redirect URI with the registered ones: character by
 * character, so that case, a final slash, a default port, `%2f` and the order of
 * a query all count. An app that may vary the port of an http loopback URI may
 * vary nothing else of it.
 *
 * @param requested the parameter's value, form-decoded once
 * @returns the registered URI that it matches, or the rule that it breaks
 * @see RFC 6749 section 3.1.2.3, RFC 3986 section 6.2.1, RFC 8252 section 7.3, RFC 9700 section 2.1
 */
export function matchRedirectUri(
  requested: string,
  registered: readonly string[],
  { mode, variablePort }: RedirectMatchOptions,
): RedirectMatch {
  for (const uri of registered) {
    const matches =
      requested === uri ||
      (mode === 'prefix' && requested.startsWith(uri)) ||
      (variablePort && differOnlyInPort(requested, uri));
    if (matches) return { kind: 'match', registered: uri };
  }
  const nearest = nearestText(requested, registered);
  return {
    kind: 'mismatch',
    rule: nameMismatch(requested, registered),
    ...(nearest !== undefined && { nearest }),
  };
}
