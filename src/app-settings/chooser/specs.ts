import type { RfcNumber, RfcSection } from '#protocol/rfc-sections.ts';
import type { Source } from '../sources.ts';

const rfc = <N extends RfcNumber>(number: N, section: RfcSection<N>): Source => ({
  label: `RFC ${number} section ${section}`,
  href: `https://www.rfc-editor.org/rfc/rfc${number}.html#section-${section}`,
});

/** Sections of specifications that a recommendation rests on. */
export const specs = {
  codeWithPkce: rfc(9700, '2.1.1'),
  noImplicit: rfc(9700, '2.1.2'),
  noPassword: rfc(9700, '2.4'),
  nativeBrowser: rfc(8252, '8.12'),
  loopback: rfc(8252, '7.3'),
  privateScheme: rfc(8252, '7.1'),
  noSecret: rfc(8252, '8.5'),
  pkce: rfc(7636, '1'),
  jwtBearer: rfc(7523, '2.1'),
  extensionRedirect: {
    label: 'MDN, identity, Getting the redirect URL',
    href: 'https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/identity',
  },
  extensionSignIn: {
    label: 'Chrome for Developers, chrome.identity',
    href: 'https://developer.chrome.com/docs/extensions/reference/api/identity',
  },
};
