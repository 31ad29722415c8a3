import { rfc } from '#flows/specs.ts';
import { nearestText } from '#protocol/text/nearest-text.ts';
import { type Case, where } from '../../case.ts';
import { expectedAndSent } from '../../compare/segments.ts';
import { describeUriDifference } from '../../compare/uri.ts';
import { finding, type Finding } from '../../finding.ts';
import { isCodeSpent } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** Rules of the server about the address, before it is trusted. */
const authorizeRules = new Set([
  'AS-028',
  'AS-031',
  'AS-034',
  'AS-035',
  'AS-036',
  'AS-037',
  'AS-039',
  'AS-041',
  'AS-042',
]);

const notTrusted =
  ' The server shows the error in its window and does not redirect: it sends no code to an address that it does not trust.';

const isAtAuthorize = ({ task, exchange, code }: Case): boolean =>
  task === 'authorize' && (authorizeRules.has(exchange.rule ?? '') || code === 'OAU-109');

function putRight(one: Case, expected: string): Finding['actions'] {
  const { step, task } = one;
  return [
    task === 'token' && isCodeSpent(one)
      ? {
          label: 'Restore it and get a fresh code',
          action: { kind: 'fresh-code', step, restore: ['redirect_uri'] },
        }
      : {
          label: 'Put it right and send',
          action: { kind: 'edit', step, name: 'redirect_uri', value: expected, send: true },
        },
  ];
}

const sameString =
  'Copy one string into the app settings and into both requests: authorize and token.';

/** LINT-014: the authorization request names no address, and the server cannot choose one. */
export const redirectUriMissing: DiagnosisRule = (one) => {
  const { task, exchange, sent, app } = one;
  if (task !== 'authorize' || (sent.get('redirect_uri') ?? '') !== '') return undefined;
  if (!isAtAuthorize(one) && one.code !== 'SANDBOX-AUTHORIZE-6') return undefined;
  const [only] = app?.redirectUris ?? [];
  const misspelt = ['redirect_url', 'redirectUri', 'redirect-uri'].find((name) => sent.has(name));
  return finding({
    id: 'LINT-014',
    who: 'developer',
    title: 'The request does not say where the answer goes',
    why: `redirect_uri is missing or empty, so there is nothing to compare with the registered addresses.${notTrusted}`,
    fix:
      misspelt === undefined
        ? 'Send one of the registered addresses. A misspelt name, such as redirect_url, counts as missing.'
        : `Write redirect_uri. You sent ${misspelt}, which counts as missing.`,
    evidence: [{ source: exchange.id, parameter: 'redirect_uri' }],
    sources: [rfc(6749, '3.1.2.3')],
    actions: only === undefined ? [] : putRight(one, only),
  });
};

/** LINT-020: encoded by hand, and once more by the library. */
const isEncodedTwice = (text: string): boolean => /^[a-z][a-z0-9+.-]*%3A%2F%2F/i.test(text);

/** What the server's own rule says of the difference, where it says more than that there is one. */
const byRule: Readonly<Record<string, { title: string; why: string; fix: string }>> = {
  'AS-036': {
    title: 'The redirect URI goes on where the registered one ends',
    why: 'A registered address is not a prefix: a longer one could lead to somebody else.',
    fix: 'Register the whole address. Put what the app needs to remember into state, not into the address.',
  },
  'AS-039': {
    title: 'localhost, 127.0.0.1 and [::1] are three different texts',
    why: 'They reach the same machine, but a registered loopback name means only itself.',
    fix: 'Open your app by the registered name, or register this one too.',
  },
  'AS-041': {
    title: 'The redirect URI has another port',
    why: 'Only mobile and desktop apps may vary the port, and only of an http loopback address.',
    fix: 'Send the registered port, or register this one too.',
  },
  'AS-042': {
    title: 'The redirect URI looks like a loopback address and is not one',
    why: 'The text after the loopback name makes it somebody else’s host.',
    fix: 'Send a registered address.',
  },
};

/** LINT-015, LINT-019, LINT-020: the address is not a registered one, and this is how it differs. */
export const redirectUriNotRegistered: DiagnosisRule = (one) => {
  const { exchange, sent, app } = one;
  if (!isAtAuthorize(one) || exchange.rule === 'AS-031') return undefined;
  const given = sent.get('redirect_uri') ?? '';
  if (given === '') return undefined;
  const shared = {
    who: 'developer' as const,
    evidence: [{ source: exchange.id, parameter: 'redirect_uri' }],
    sources: [rfc(6749, '3.1.2.3')],
  };
  if (given.includes('#') && (exchange.rule === 'AS-034' || exchange.rule === 'AS-037')) {
    return finding({
      ...shared,
      id: 'LINT-015',
      title: 'The redirect URI has a fragment',
      why: `What comes after # never reaches a server, so a redirect URI must not have one.${notTrusted}`,
      fix: 'Register and send an address without #. Keep a route of your app in state.',
      sources: [rfc(6749, '3.1.2')],
      actions: app?.redirectUris[0] === undefined ? [] : putRight(one, app.redirectUris[0]),
    });
  }
  const named = sent.get('client_id') ?? '';
  if (app && named !== '' && named !== app.clientId && app.redirectUris.includes(given)) {
    return finding({
      ...shared,
      id: 'LINT-212',
      title: `The request names another app, ${named}, which does not have this redirect URI`,
      why: `The address is registered for ${app.clientId}. Each app has its own list.${notTrusted}`,
      fix: `Send the client id of your own app, ${app.clientId}.`,
      evidence: [{ source: exchange.id, parameter: 'client_id' }],
      actions: [
        {
          label: 'Restore client_id and send',
          action: { kind: 'restore', step: one.step, names: ['client_id'], send: true },
        },
      ],
    });
  }
  const expected = nearestText(given, app?.redirectUris ?? []);
  const difference = expected === undefined ? undefined : describeUriDifference(given, expected);
  if (expected === undefined || !difference) {
    return finding({
      ...shared,
      id: 'LINT-019',
      title: 'The redirect URI is not registered for this app',
      why: `The server sends a code only to registered addresses, so that nobody else can ask for one in the name of this app.${notTrusted}`,
      fix: `Register the address, or send one that is. ${sameString}`,
      ...(app
        ? {}
        : { lacks: 'The redirect URIs that the app settings list, character for character.' }),
    });
  }
  const twice = isEncodedTwice(given);
  // One slash too many is a slip of the pen, and no address that goes on.
  const slip = given === `${expected}/`;
  const own = twice || slip ? undefined : byRule[exchange.rule ?? ''];
  const partsAt = `They differ from character ${difference.at} on: ${difference.words}.`;
  return finding({
    ...shared,
    id: twice ? 'LINT-020' : 'LINT-019',
    title: twice
      ? 'redirect_uri is percent-encoded twice'
      : (own?.title ?? 'redirect_uri is not the registered one'),
    why: twice
      ? `One call encoded the address and another encoded it again, so after decoding it still reads \`http%3A%2F%2F\`. No such address is registered.${notTrusted}`
      : own
        ? `${own.why} ${partsAt}${notTrusted}`
        : `The server compares the two character for character. ${partsAt}${notTrusted}`,
    fix: twice
      ? 'Encode once: let URLSearchParams do it.'
      : (own?.fix ?? `Copy the address from your app’s settings. ${sameString}`),
    comparison: expectedAndSent({ label: 'Registered', text: expected, maker: 'app' }, given),
    actions: putRight(one, expected),
  });
};

/** LINT-159: the token request repeats another address than the authorization request named. */
export const redirectUriOfAuthorize: DiagnosisRule = (one) => {
  const { task, code, sent, authorized, exchange } = one;
  if (task !== 'token' || (code !== 'OAU-109' && code !== 'invalid_grant')) return undefined;
  const expected = authorized.get('redirect_uri') ?? '';
  const given = sent.get('redirect_uri') ?? '';
  const difference = describeUriDifference(given, expected);
  const asked = where(one, 'authorize');
  if (expected === '' || !difference) return undefined;
  return finding({
    id: 'LINT-159',
    who: 'developer',
    title: given === '' ? 'redirect_uri is missing' : `redirect_uri is not the one of ${asked}`,
    certainty: code === 'invalid_grant' ? 'likely' : 'certain',
    why:
      given === ''
        ? `The server compares it with the one of ${asked}, and there is nothing to compare.`
        : `The token request must repeat the address of ${asked}, character for character. They differ from character ${difference.at} on: ${difference.words}. The server redirects nobody here; the address proves that the same app asks.`,
    fix: 'Keep the address in one constant and send it in both steps.',
    evidence: [{ source: exchange.id, parameter: 'redirect_uri' }],
    comparison: expectedAndSent({ label: `Sent in ${asked}`, text: expected, maker: 'app' }, given),
    sources: [rfc(6749, '4.1.3')],
    actions: putRight(one, expected),
  });
};
