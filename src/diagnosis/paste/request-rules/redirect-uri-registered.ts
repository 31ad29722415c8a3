import { rfc } from '#flows/specs.ts';
import { nearestText } from '#protocol/text/nearest-text.ts';
import { expectedAndSent } from '../../compare/segments.ts';
import { nearMiss } from '../compare/near-miss.ts';
import { isRegistered } from '../is-registered.ts';
import { redirectUriOf } from './redirect-uri-form.ts';
import { isAccepted, type RequestRule, said } from './rule.ts';

/** LINT-019: the app settings list other addresses, and this is how the nearest differs. */
export const notRegistered: RequestRule = (one) => {
  const { app } = one;
  const given = redirectUriOf(one);
  const registered = app?.redirectUris ?? [];
  if (given === undefined || one.task !== 'authorize' || isAccepted(one)) return undefined;
  if (registered.length === 0 || isRegistered(given, registered, app?.settings?.platformType)) {
    return undefined;
  }
  const expected = nearestText(given, registered) ?? '';
  const difference = nearMiss(given, expected);
  if (!difference) return undefined;
  return said(one, 'redirect_uri', {
    id: 'LINT-019',
    title: `\`redirect_uri\` is not registered: ${difference.words}`,
    why: `The server compares the two character for character, and they differ from character ${difference.at} on. It shows OAU-109 in its window and does not redirect: it sends no code to an address that it does not trust.`,
    fix: 'Copy one string into the app settings (OAuth Redirect URI) and into both requests, authorize and token. Put what the app needs to remember into `state`.',
    comparison: expectedAndSent({ label: 'Registered', text: expected, maker: 'app' }, given),
    sources: [rfc(9700, '4.1.3')],
  });
};
