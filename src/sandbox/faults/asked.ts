import type { AskedFault } from './given.ts';
import { faultNames } from './names.ts';

const quoted = /"((?:\\.|[^"\\])*)(?:"|$)/g;
const preference = /^\s*sandbox-fault\s*=\s*(\S+)\s*$/i;

/** The value of the first preference of that name; its parameters and those of others are none. */
function valueOf(field: string): string | undefined {
  const plain = field.replace(quoted, (_, text: string) => (/^[a-z-]+$/i.test(text) ? text : '""'));
  for (const each of plain.split(',')) {
    const value = preference.exec(each.split(';', 1)[0] ?? '')?.[1];
    if (value !== undefined) return value;
  }
  return undefined;
}

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
  const field = headers.get('prefer');
  const named = field === null ? undefined : valueOf(field)?.toLowerCase();
  if (named === undefined || headers.has('origin') || headers.has('sec-fetch-site')) {
    return undefined;
  }
  const fault = faultNames.find((name) => name === named);
  return fault && { fault };
}
