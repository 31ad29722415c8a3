import { encodeFormPart } from '#protocol/form.ts';
import { usualOrigin } from '#protocol/usual-origin.ts';

const { host: usualHost } = new URL(usualOrigin);

/**
 * A built page with this server's address where the build wrote the usual one: in a command to type,
 * in a link's query, in a Host header. A page that runs no script has no other way to know it.
 *
 * @param origin such as `http://localhost:8080`
 */
export function withOwnAddress(html: string, origin: string): string {
  if (origin === usualOrigin) return html;
  const { host } = new URL(origin);
  return html
    .replaceAll(usualOrigin, origin)
    .replaceAll(encodeFormPart(usualOrigin), encodeFormPart(origin))
    .replaceAll(usualHost, host);
}
