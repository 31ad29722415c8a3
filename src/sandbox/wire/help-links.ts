import type { ErrorCode } from '#protocol/errors/codes.ts';
import { errorHref } from '#protocol/errors/error-href.ts';
import { eventHref } from '#protocol/event-href.ts';
import type { Incoming } from './incoming.ts';

/** The page that explains a code, at the origin that the request came to. */
export const errorUri = ({ origin }: { origin: string }, code: ErrorCode): string =>
  `${origin}${errorHref(code)}`;

/**
 * The `Link` header of a refusal, for whoever reads the answer in a terminal: this very exchange in
 * the diagnoser, where the log keeps it, and what its code means. The body stays RingCentral's.
 *
 * @param code left out where a page of the sign-in refuses and no code would be sent
 * @see RFC 8288 section 3
 */
export function helpLinks(
  incoming: Pick<Incoming, 'origin' | 'trace' | 'isLogged'>,
  code?: ErrorCode,
): string {
  const event = `<${incoming.origin}${eventHref(incoming.trace.id)}>; rel="help"`;
  const entry = code && `<${errorUri(incoming, code)}>; rel="describedby"`;
  return [incoming.isLogged && event, entry].filter(Boolean).join(', ');
}
