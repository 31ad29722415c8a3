import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { twinPath } from './twins/twin-path.ts';

type Head = StarlightRouteData['head'];

const meta = (kind: 'name' | 'property', key: string, content: string): Head[number] => ({
  tag: 'meta',
  attrs: { [kind]: key, content },
  content: '',
});

/**
 * What the head of a page says to other programs, beyond Starlight's own: where its Markdown is and,
 * if the site has an address, the picture of a card. A card needs a whole address, so without one
 * there is none.
 */
export function pageHead(head: Head, path: string, site: URL | undefined): Head {
  const own = head.filter(({ attrs }) => attrs?.['name'] !== 'twitter:card');
  const isPage = !path.startsWith('/404');
  return [
    ...own,
    ...(isPage
      ? [
          {
            tag: 'link' as const,
            attrs: { rel: 'alternate', type: 'text/markdown', href: twinPath(path) },
            content: '',
          },
        ]
      : []),
    ...(site && isPage
      ? [
          meta('property', 'og:image', new URL('/social-card.png', site).href),
          meta('property', 'og:image:width', '1200'),
          meta('property', 'og:image:height', '630'),
          meta('property', 'og:image:alt', 'Authorization Flows on RingCentral'),
          meta('name', 'twitter:card', 'summary_large_image'),
        ]
      : []),
  ];
}
