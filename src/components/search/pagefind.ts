/** What this site uses of Pagefind's own reader, which the build puts beside its index. */
export interface Pagefind {
  init(): Promise<void>;
  search(term: string): Promise<Found>;
  /** Resolves to null where a later call has come in the meantime. */
  debouncedSearch(term: string): Promise<Found | null>;
}

interface Found {
  /** Best first. */
  results: { id: string; data(): Promise<Page> }[];
}

interface Page {
  url: string;
  meta: { title?: string };
  excerpt: string;
  sub_results: { title: string; url: string; excerpt: string }[];
}

export interface Hit {
  title: string;
  /** The heading under which it stands, where it is not the page's own. */
  section: string | undefined;
  url: string;
  excerpt: ExcerptPart[];
}

export interface ExcerptPart {
  text: string;
  isMatch: boolean;
}

/**
 * The best places for a term: a page's best section each, at most eight. Pages that have several words
 * beside each other, as they were typed, come first.
 * @returns undefined where a later search has overtaken this one
 */
export async function findHits(pagefind: Pagefind, term: string): Promise<Hit[] | undefined> {
  const found = await pagefind.debouncedSearch(term);
  if (!found) return undefined;
  const asTyped = /\s/.test(term) ? await pagefind.search(`"${term.replaceAll('"', '')}"`) : found;
  const first = new Set(asTyped.results.map(({ id }) => id));
  const best = found.results.toSorted((one, other) => +first.has(other.id) - +first.has(one.id));
  const pages = await Promise.all(best.slice(0, 8).map((result) => result.data()));
  return pages.map((page) => {
    const best = page.sub_results[0];
    const title = page.meta.title ?? page.url;
    return {
      title,
      section: best && best.title !== title ? best.title : undefined,
      url: best?.url ?? page.url,
      excerpt: splitExcerpt(best?.excerpt ?? page.excerpt),
    };
  });
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
};

/** Pagefind writes an excerpt as HTML with `<mark>`; the page builds it as text. */
export function splitExcerpt(excerpt: string): ExcerptPart[] {
  return excerpt
    .split(/(<mark>[\s\S]*?<\/mark>)/)
    .filter((part) => part !== '')
    .map((part) => ({
      text: part
        .replace(/<\/?mark>/g, '')
        .replace(/&(?:lt|gt|amp|quot|#39|#x27);/g, (entity) => entities[entity] ?? entity),
      isMatch: part.startsWith('<mark>'),
    }));
}
