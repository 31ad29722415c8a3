import type { ErrorCode } from '#protocol/errors/codes.ts';
import { errorHref } from '#protocol/errors/error-href.ts';

/** The page that explains a code, at the origin that the request came to. */
export const errorUri = ({ origin }: { origin: string }, code: ErrorCode): string =>
  `${origin}${errorHref(code)}`;

/**
 * The `Link` header of a refusal: where its code is explained, for whoever reads the answer in a
 * terminal. The body stays RingCentral's.
 *
 * @see RFC 8288 section 3
 */
export const describedBy = (incoming: { origin: string }, code: ErrorCode): string =>
  `<${errorUri(incoming, code)}>; rel="describedby"`;
