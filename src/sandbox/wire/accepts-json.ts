interface Range {
  type: string;
  quality: number;
}

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((part) => part.startsWith('q='))?.slice(2);
  const number = quality === undefined ? 1 : Number(quality);
  return { type, quality: Number.isFinite(number) ? number : 0 };
}

/** The quality that the most specific range gives a media type (RFC 9110 section 12.5.1). */
function qualityOf(ranges: readonly Range[], type: string): number {
  const family = `${type.split('/')[0]}/*`;
  for (const wanted of [type, family, '*/*']) {
    const range = ranges.find((one) => one.type === wanted);
    if (range) return range.quality;
  }
  return 0;
}

/**
 * Whether an `Accept` header asks for JSON rather than for a page: JSON is
 * named and HTML is liked less, or is liked as much without being named.
 */
export function prefersJson(accept: string | null): boolean {
  const ranges = (accept ?? '').split(',').map(readRange);
  const json = qualityOf(ranges, 'application/json');
  const page = qualityOf(ranges, 'text/html');
  const named = (type: string) => ranges.some((range) => range.type === type);
  return (
    json > page || (json > 0 && json === page && named('application/json') && !named('text/html'))
  );
}
