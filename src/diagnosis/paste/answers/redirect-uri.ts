import { nearestText } from '#protocol/text/nearest-text.ts';
import { expectedAndSent } from '../../compare/segments.ts';
import { describeUriDifference } from '../../compare/uri.ts';
import type { Draft } from '../../finding.ts';
import { nearMiss } from '../compare/near-miss.ts';
import type { PasteCase } from '../paste-case.ts';
import { isRegistered } from '../is-registered.ts';
import type { Answer } from './answer.ts';

const addresses = /\b[a-z][a-z\d+.-]{1,30}:\/{1,2}[^\s"'<>`\\,;|&)]{3,400}/gi;
/** Hosts that are RingCentral’s or a library’s: no app is called back there. */
const notTheirs =
  /^https?:\/\/(?:[\w.-]+\.)?(?:ringcentral\.com|ringcentral\.biz|w3\.org|github\.com)(?:[/:?#]|$)/i;

/** What the paste may have sent as its redirect URI: parameters first, then settings of a program, then addresses in words. */
function candidates({ exchanges, recognised, all }: PasteCase): { uri: string; isSent: boolean }[] {
  const sent = exchanges.flatMap(({ one }) =>
    [one.sent.get('redirect_uri'), one.authorized.get('redirect_uri')].flatMap((uri) => uri ?? []),
  );
  const options = all.flatMap(({ options: own = [], source }) =>
    [...own, ...(source?.calls.flatMap((call) => call.arguments) ?? [])].flatMap(
      ({ means, value }) => (means === 'redirect_uri' && value ? [value] : []),
    ),
  );
  const written = [...recognised.text.matchAll(addresses)]
    .map(([uri]) => uri.replace(/[.,:!?]+$/, ''))
    .filter((uri) => !notTheirs.test(uri) && !uri.includes('/oauth/'));
  return [
    ...[...sent, ...options].filter((uri) => uri !== '').map((uri) => ({ uri, isSent: true })),
    ...written.map((uri) => ({ uri, isSent: false })),
  ];
}

/** Two addresses of a ticket that nearly are one: what is sent, and what the console has. */
function twoAddresses(paste: PasteCase): Draft | undefined {
  const all = [...new Set(candidates(paste).map(({ uri }) => uri))];
  const [one, other] = all;
  if (one === undefined || other === undefined || all.length > 2) return undefined;
  const difference = nearMiss(one, other);
  if (!difference || /more than one/.test(difference.words)) return undefined;
  return {
    id: 'LINT-019',
    who: 'developer',
    certainty: 'likely',
    title: `The two redirect URIs of this paste differ: ${difference.words}`,
    why: `${one} and ${other} differ from character ${difference.at} on. The server compares the sent address with the registered one character for character.`,
    fix: 'Copy one string into the app’s settings (OAuth Redirect URI) and into both requests, authorize and token.',
    lacks: 'Which of the two the program sends, and which one the app’s settings list.',
    comparison: expectedAndSent({ label: 'The one', text: other, maker: 'app' }, one),
  };
}

/**
 * OAU-109, where the settings list what is registered: the address of the paste that is not among
 * them, and how it differs from the nearest that is.
 */
export function redirectUriDiffers(paste: PasteCase, { code, pasted }: Answer): Draft | undefined {
  const registered = paste.beside.settings?.redirectUris;
  if (code !== 'OAU-109') return undefined;
  if (!registered || registered.length === 0) return twoAddresses(paste);
  const found = candidates(paste).find(
    ({ uri }) => !isRegistered(uri, registered, paste.beside.settings?.platformType),
  );
  const nearest = found && nearestText(found.uri, registered);
  const difference = found && nearest && describeUriDifference(found.uri, nearest);
  if (!found || !nearest || !difference) return undefined;
  const isAtToken = pasted?.one.task === 'token';
  return {
    id: isAtToken ? 'OAU-109' : 'LINT-019',
    who: 'developer',
    title: `The redirect URI is not the registered one: ${difference.words}`,
    certainty: found.isSent ? 'certain' : 'likely',
    why: `The program has ${found.uri}, the app’s settings list ${nearest}. The server compares them character for character, and they differ from character ${difference.at} on.`,
    fix: `Register ${found.uri} in the app’s settings, letter for letter, or copy the registered address into the program. Send the same one in both requests, authorize and token.`,
    comparison: expectedAndSent({ label: 'Registered', text: nearest, maker: 'app' }, found.uri),
  };
}
