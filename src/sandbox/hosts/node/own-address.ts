import { encodeFormPart } from '#protocol/form.ts';
import { usualOrigin } from '#protocol/usual-origin.ts';

const { host: usualHost } = new URL(usualOrigin);
/** All forms at once, since an address of ours may hold the usual one, as that of port 43210 does. */
const usual = new RegExp([usualOrigin, encodeFormPart(usualOrigin), usualHost].join('|'), 'g');

/**
 * A built page with this server's address where the build wrote the usual one: in a command to type,
 * in a link's query, in a Host header. A page that runs no script has no other way to know it.
 *
 * @param origin such as `http://localhost:8080`
 */
export function withOwnAddress(html: string, origin: string): string {
  if (origin === usualOrigin) return html;
  const { host } = new URL(origin);
  return html.replace(usual, (found) =>
    found === usualOrigin ? origin : found === usualHost ? host : encodeFormPart(origin),
  );
}
