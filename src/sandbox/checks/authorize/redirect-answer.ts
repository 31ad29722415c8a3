import { wireError } from '#protocol/errors/codes.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import type { FormPair } from '#protocol/form.ts';
import { encodeForm } from '#protocol/form.ts';

/** Where an answer goes and how. */
export interface RedirectTarget {
  redirectUri: string;
  /** `fragment` for the implicit flow, in errors too (AS-048). */
  mode: 'query' | 'fragment';
  /** Given back byte for byte; absent when none, an empty or a repeated one was sent. */
  state?: string | undefined;
  /** The issuer, where the policy sends it (RFC 9207). */
  iss?: string | undefined;
}

/** What `error_description` may hold (RFC 6749 section 4.1.2.1); all else becomes a question mark. */
function describe(text: string): string {
  return text.replaceAll('"', "'").replaceAll(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?');
}

/** A URI fit for a header: what is not printable ASCII is percent-encoded, so no line can be broken (AS-014). */
function headerSafe(uri: string): string {
  return uri.replaceAll(/[^\x21-\x7e]+/g, (run) =>
    Array.from(new TextEncoder().encode(run))
      .map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}

/**
 * The `Location` of an authorization response: the registered URI as it is, its
 * own query kept, and the answer's parameters behind it.
 *
 * @see RFC 6749 sections 3.1.2 and 4.1.2
 */
export function redirectLocation(target: RedirectTarget, parameters: readonly FormPair[]): string {
  const { redirectUri, mode, state, iss } = target;
  const pairs: FormPair[] = [...parameters];
  if (state !== undefined) pairs.push(['state', state]);
  if (iss !== undefined) pairs.push(['iss', iss]);
  const uri = headerSafe(redirectUri);
  if (mode === 'fragment') return `${uri}#${encodeForm(pairs)}`;
  const joint = !uri.includes('?') ? '?' : /[?&]$/.test(uri) ? '' : '&';
  return `${uri}${joint}${encodeForm(pairs)}`;
}

/** The `Location` of a refusal (RFC 6749 sections 4.1.2.1 and 4.2.2.1). */
export function errorLocation(target: RedirectTarget, fault: Fault): string {
  const entry = wireError(fault.code);
  return redirectLocation(target, [
    ['error', fault.error ?? entry.rfcError ?? entry.error],
    ['error_description', describe(fault.message ?? entry.message)],
  ]);
}
