/** One place where a source is cited, with the day on which that place was last compared with it. */
export interface Citation {
  label: string;
  href: string;
  /** yyyy-mm-dd; absent if the place does not say. */
  checked?: string;
}

/** A source with every place's knowledge of it. */
export interface ToldSource {
  label: string;
  href: string;
  /** The last day on which somebody compared a statement with it. */
  checked?: string;
  /** How many pages and rules cite it. */
  citedBy: number;
}

const publishers: readonly [title: string, address: RegExp][] = [
  ['RFCs', /^https:\/\/www\.rfc-editor\.org\//],
  ['RingCentral’s developer guide', /^https:\/\/github\.com\/ringcentral\/ringcentral-api-docs\//],
  [
    'RingCentral’s API description, SDKs, FAQ, community and support',
    /^https:\/\/(?:github\.com\/ringcentral\/|[\w.-]*\.ringcentral\.(?:com|co\.uk)\/|medium\.com\/ringcentral-developers\/)/,
  ],
];
const others = 'Others';

/**
 * Every source once, by who publishes it.
 * @param citations in any order; the longest label of an address is the one that says most
 */
export function toldSources(
  citations: readonly Citation[],
): { title: string; sources: ToldSource[] }[] {
  const byAddress = new Map<string, ToldSource>();
  for (const { label, href, checked } of citations) {
    const [address = href] = href.split('#');
    const known = byAddress.get(address);
    const days = [known?.checked, checked].filter((day) => day !== undefined).sort();
    const last = days.at(-1);
    byAddress.set(address, {
      label: known && known.label.length >= label.length ? known.label : label,
      href: address,
      ...(last !== undefined && { checked: last }),
      citedBy: (known?.citedBy ?? 0) + 1,
    });
  }
  const publisherOf = (href: string) =>
    publishers.find(([, address]) => address.test(href))?.[0] ?? others;
  return [...publishers.map(([title]) => title), others]
    .map((title) => ({
      title,
      sources: [...byAddress.values()]
        .filter(({ href }) => publisherOf(href) === title)
        .sort((one, other) => one.label.localeCompare(other.label, 'en', { numeric: true })),
    }))
    .filter(({ sources }) => sources.length > 0);
}
