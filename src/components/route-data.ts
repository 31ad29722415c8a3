import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

/** Pages that are applications keep the menu on narrow screens, so all pages have a sidebar. */
export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  route.hasSidebar = true;
  if (route.entry.data.frame !== 'prose') route.toc = undefined;
  // The title is in view when a page opens; a link to it would be the first of every list.
  if (route.toc) route.toc.items = route.toc.items.filter(({ slug }) => slug !== '_top');
  // There is no picture for a large card.
  route.head = route.head.filter(({ attrs }) => attrs?.['name'] !== 'twitter:card');
});
