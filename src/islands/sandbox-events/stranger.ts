import type { Exchange } from '#protocol/exchange.ts';

/** The site whose page sent a request behind the reader's back, as far as the request names it. */
function siteOf({ request }: Exchange): string {
  const header = (name: string): string =>
    request.headers.find(([each]) => each.toLowerCase() === name)?.[1] ?? '';
  return header('origin') || (/^https?:\/\/[^/?#]+/i.exec(header('referer'))?.[0] ?? '');
}

/** What marks such a request, in words; undefined for any other. */
export function strangerWords(exchange: Exchange): string | undefined {
  if (exchange.caller !== 'stranger') return undefined;
  const site = siteOf(exchange);
  const named = site === '' || site === 'null' ? '' : `: ${site.slice(0, 200)}`;
  return `sent by a page of another site${named}`;
}
