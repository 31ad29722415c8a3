import type { AskedFault } from './given.ts';
import { faultNames } from './names.ts';

const preference = /(?:^|[,;\s])sandbox-fault="?([a-z-]+)"?/i;

/**
 * The fault that a request asks for itself: `Prefer: sandbox-fault=rate-limit`. A terminal may; a
 * page may not, for whoever follows a link has not asked. What a browser sends says where it
 * comes from, which a page cannot leave out.
 *
 * @returns undefined too for a name that is no fault: a preference that a server does not know is
 *   ignored, and the answer has no `Preference-Applied`
 * @see RFC 7240 section 2
 */
export function askedFault(headers: Headers): AskedFault | undefined {
  const named = preference.exec(headers.get('prefer') ?? '')?.[1]?.toLowerCase();
  if (named === undefined || headers.has('origin') || headers.has('sec-fetch-site')) {
    return undefined;
  }
  const fault = faultNames.find((name) => name === named);
  return fault && { fault };
}
