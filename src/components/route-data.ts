import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { pageHead } from './page-head.ts';
import { addressOf, languagePageAt } from './quick-start/language-pages.ts';

/**
 * The sidebar has one entry for a quick start in all its languages: on each of them it is the current
 * one, and leads where the reader is.
 */
function inOneLanguage({ sidebar, pagination }: StarlightRouteData, path: string): void {
  const here = languagePageAt(path);
  if (!here) return;
  const links = sidebar.flatMap((entry) =>
    entry.type === 'group' ? entry.entries.filter((one) => one.type === 'link') : entry,
  );
  for (const link of links) {
    const flow = link.attrs['data-in-languages'];
    if (typeof flow !== 'string') continue;
    link.href = addressOf(flow, here.language);
    link.isCurrent = flow === here.flow;
  }
  const at = links.findIndex(({ isCurrent }) => isCurrent);
  pagination.prev = links[at - 1];
  pagination.next = links[at + 1];
}

/** Pages that are applications keep the menu on narrow screens, so all pages have a sidebar. */
export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  route.hasSidebar = true;
  inOneLanguage(route, context.url.pathname);
  if (route.entry.data.frame !== 'prose') route.toc = undefined;
  // The title is in view when a page opens; a link to it would be the first of every list.
  if (route.toc) route.toc.items = route.toc.items.filter(({ slug }) => slug !== '_top');
  // What is folded on the page is one line of the contents.
  for (const item of route.toc?.items ?? []) {
    if (item.slug === 'where-it-goes-wrong') item.children = [];
  }
  route.head = pageHead(route.head, context.url.pathname, context.site);
});
