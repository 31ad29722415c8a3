// What a page refers to, and how: `load` is fetched with the page, `follow` when a reader asks.
const loads = {
  script: ['src'],
  img: ['src'],
  source: ['src'],
  iframe: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  'astro-island': ['component-url', 'renderer-url', 'before-hydration-url'],
};
const follows = { a: ['href'], area: ['href'], form: ['action'] };
/** Links of a head that a browser fetches; a canonical address, for one, it does not. */
const loadedRelations = ['stylesheet', 'preload', 'modulepreload', 'icon', 'manifest', 'prefetch'];

export function referencesOf(page) {
  return page.elements.flatMap(({ name, attributes }) => {
    const pick = (names, how) =>
      (names ?? []).flatMap((attribute) =>
        attributes[attribute] === undefined
          ? []
          : [{ page, how, element: name, target: attributes[attribute].trim() }],
      );
    if (name === 'link') {
      const relations = (attributes.rel ?? '').split(/\s+/);
      return pick(
        ['href'],
        relations.some((relation) => loadedRelations.includes(relation)) ? 'load' : 'follow',
      );
    }
    if (name === 'meta' && attributes['http-equiv'] === 'refresh') {
      const target = /url=(.*)$/i.exec(attributes.content ?? '')?.[1] ?? '';
      return [{ page, how: 'follow', element: name, target }];
    }
    return [...pick(loads[name], 'load'), ...pick(follows[name], 'follow')];
  });
}

/** What the stylesheets of the site load, as references of no page. */
export function referencesOfStyles(path, css) {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g)].map(
    ([, inUrl, imported]) => ({
      page: { address: path, ids: new Set() },
      how: 'load',
      element: 'style',
      target: (inUrl ?? imported ?? '').trim(),
    }),
  );
}
