import { sources as known } from '#protocol/errors/entry.ts';
import { sightingSources } from '#protocol/errors/seen/sources.ts';
import { rfc } from '#flows/specs.ts';
import type { RfcNumber } from '#protocol/rfc-sections.ts';

/** A stretch of a text, with the address behind it where it names a source that has one. */
export interface KnownPart {
  text: string;
  href?: string;
}

/** Where each source of the catalogue stands; those that are many threads have no address. */
const addresses = new Map<string, string>([
  [known.guide, sightingSources.guide.href],
  [known.changelog39, sightingSources.changelog39.href],
  [known.changelog41, sightingSources.changelog41.href],
  [known.changelog42, sightingSources.changelog42.href],
  [known.recorded, sightingSources.sdkTests.href],
  [known.widgets, sightingSources.widgets.href],
  [known.article117372, sightingSources.expiredArticle.href],
  [known.apiDocs33, sightingSources.apiDocs33.href],
]);

const openIdSections = /OpenID Connect Core section ([\d.]*\d)/;
const rfcSections = /RFC (\d{4,5})(?: sections? ([\d.]*\d)(?: and ([\d.]*\d))?)?/;
const splitter = new RegExp(
  `(${[...addresses.keys()].map((label) => label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')}|${rfcSections.source.replaceAll(/\((?!\?)/g, '(?:')}|${openIdSections.source.replaceAll(/\((?!\?)/g, '(?:')})`,
);

function addressOf(text: string): string | undefined {
  const [, number, section] = rfcSections.exec(text) ?? [];
  // Texts of the catalogue, whose sections a test looks up in the same table.
  if (number !== undefined) return rfc(Number(number) as RfcNumber, section as never).href;
  return openIdSections.test(text)
    ? 'https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest'
    : addresses.get(text);
}

/** Where an error is known from, as its entry says it, with an address behind each name that has one. */
export function knownParts(source: string): KnownPart[] {
  return source
    .split(splitter)
    .filter((text) => text !== '')
    .map((text) => {
      const href = addressOf(text);
      return { text, ...(href !== undefined && { href }) };
    });
}
