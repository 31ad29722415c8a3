import { rfc } from '#flows/specs.ts';
import { nearestText } from '#protocol/text/nearest-text.ts';
import { expectedAndSent } from '../../compare/segments.ts';
import { nearMiss } from '../compare/near-miss.ts';
import type { PasteRule } from '../paste-case.ts';
import { isAccepted } from '../request-rules/rule.ts';
import { foundIn, saidOf } from './rule.ts';

/** An address of the embeddable widget with its query. */
const widget =
  /https?:\/\/(?:apps\.ringcentral\.com\/integration\/ringcentral-embeddable\/[^\s"'<>?]*|ringcentral\.github\.io\/ringcentral-(?:web-widget|embeddable)[^\s"'<>?]*)\?([^\s"'<>]+)/;

const optionsOf = (query: string): URLSearchParams =>
  new URLSearchParams(query.replaceAll('&amp;', '&'));

/** LINT-167: the widget's address holds the secret. */
export const secretInWidget: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(text, widget);
  const options = optionsOf(found?.groups[1] ?? '');
  const name = ['clientSecret', 'appSecret', 'client_secret'].find((each) => options.get(each));
  if (!found || name === undefined) return undefined;
  return saidOf(found, name, {
    id: 'LINT-167',
    certainty: 'likely',
    title: `The address of the widget has the secret, \`${name}\``,
    why: 'Everybody who opens the page can read the secret, so it is public. With a secret the widget also uses a flow without a refresh token that a page can keep: the user is signed out each hour.',
    fix: 'Remove the secret and use an app of the type Client-side web app, with PKCE and “Issue refresh tokens”: the address then needs only `clientId`. Treat the secret as leaked.',
    lacks: 'The app’s type and auth flow in the console.',
    sources: [rfc(9700, '2.5')],
  });
};

/** LINT-019: the widget's redirect address is not one of the app's. */
export const widgetRedirect: PasteRule = ({ recognised: { text }, beside }) => {
  const registered = beside.settings?.redirectUris ?? [];
  const found = foundIn(text, widget);
  const given = optionsOf(found?.groups[1] ?? '').get('redirectUri') ?? '';
  if (!found || given === '' || registered.length === 0 || registered.includes(given))
    return undefined;
  const expected = nearestText(given, registered) ?? '';
  const difference = nearMiss(given, expected);
  return (
    difference &&
    saidOf(found, 'redirectUri', {
      id: 'LINT-019',
      title: `The widget’s \`redirectUri\` is not registered: ${difference.words}`,
      why: `RingCentral compares \`${given}\` character for character with the app’s list and answers OAU-109.`,
      fix: `Register \`${given}\` in the app settings (OAuth Redirect URI), or remove \`redirectUri\` and register the widget’s own.`,
      comparison: expectedAndSent({ label: 'Registered', text: expected, maker: 'app' }, given),
      sources: [rfc(9700, '4.1.3')],
    })
  );
};

/** LINT-006: options of the widget under names that it does not know. */
export const widgetOption: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(text, widget);
  const options = optionsOf(found?.groups[1] ?? '');
  const known: Readonly<Record<string, string>> = {
    client_id: 'clientId',
    clientid: 'clientId',
    redirect_uri: 'redirectUri',
    redirecturi: 'redirectUri',
    server: 'appServer',
    appserver: 'appServer',
  };
  const wrong = Object.keys(known).find(
    (name) => options.get(name) && !options.get(known[name] ?? ''),
  );
  if (!found || wrong === undefined) return undefined;
  return saidOf(found, wrong, {
    id: 'LINT-006',
    certainty: 'likely',
    title: `The widget’s option is \`${known[wrong] ?? ''}\`, and the address has \`${wrong}\``,
    why: 'The widget ignores a name that it does not know, and uses its own value.',
    fix: `Write \`${known[wrong] ?? ''}\`.`,
    lacks: 'The version of the widget.',
    sources: [],
  });
};

/** LINT-050: the former sandbox, wherever it is named. */
export const devtestNamed: PasteRule = ({ recognised: { text }, exchanges }) => {
  const found = foundIn(text, /\b(?:[a-z-]{1,40}\.)?devtest(?:\.ringcentral\.com)?\b/i);
  if (!found || !/ringcentral|login|server|\bRC_/i.test(text)) return undefined;
  // It still answers those who have an app there.
  const isTaken = exchanges.some(
    ({ one }) => /devtest/i.test(one.exchange.request.url) && isAccepted(one),
  );
  return saidOf(found, 'devtest', {
    id: 'LINT-050',
    ...(isTaken ? { kind: 'note' as const } : {}),
    certainty: 'likely',
    title: '`devtest` is RingCentral’s former developer sandbox',
    why: 'Client ids, secrets, JWTs, users and passwords of one environment do not work in the other, and RingCentral’s guide names only platform.ringcentral.com today. A password of ringcentral.com is not valid there.',
    fix: 'Send to https://platform.ringcentral.com, with an app of today’s console and a user of the real account.',
    lacks:
      'In which console the app was made, and whether its client id works at platform.ringcentral.com.',
    sources: [],
  });
};
