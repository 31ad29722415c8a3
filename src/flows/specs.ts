import type { RfcNumber, RfcSection } from '#protocol/rfc-sections.ts';

/** A section of a specification, as a label and an address. */
export interface SpecLink {
  label: string;
  href: string;
}

/** A section of an RFC: `rfc(6749, '4.1.3')` is labelled `RFC 6749 4.1.3`, `rfc(6749, 'B')` is its appendix. */
export function rfc<N extends RfcNumber>(number: N, section?: RfcSection<N>): SpecLink {
  const base = `https://www.rfc-editor.org/rfc/rfc${number}.html`;
  return section === undefined
    ? { label: `RFC ${number}`, href: base }
    : {
        label: `RFC ${number} ${section}`,
        href: `${base}#${/^[A-Z]/.test(section) ? 'appendix' : 'section'}-${section}`,
      };
}
