import { describeUriDifference } from '#diagnosis/compare/uri.ts';
import type { ExplainContext } from '../explain-context.ts';
import type { Explanation } from './explanation.ts';
import { comparedSegments, plainSegments } from './segments.ts';

const authorizeRules = new Set(['AS-028', 'AS-034', 'AS-035', 'AS-036', 'AS-037']);

/** The redirect URI is not the registered one, or not the one of step 2. */
export function explainRedirectUri(context: ExplainContext): Explanation | undefined {
  const { step, task, code, exchange, sent, authorized, app, where: whereIs } = context;
  const atAuthorize = task === 'authorize' && exchange.rule !== undefined;
  const expected = atAuthorize ? app.redirectUri : (authorized['redirect_uri'] ?? '');
  const given = sent['redirect_uri'] ?? '';
  const fits = atAuthorize
    ? authorizeRules.has(exchange.rule ?? '')
    : task === 'token' && (code === 'OAU-109' || code === 'invalid_grant');
  const difference = describeUriDifference(given, expected);
  if (!fits || !difference) return undefined;
  const where = atAuthorize ? 'the registered one' : `the one of ${whereIs('authorize')}`;
  const shown = atAuthorize
    ? ' The server shows the error in its window and redirects nowhere: it does not send a code to an address that it does not trust.'
    : '';
  return {
    title: given === '' ? 'redirect_uri is missing' : `redirect_uri is not ${where}`,
    certainty: code === 'invalid_grant' ? 'likely' : 'certain',
    sentences: [
      given === ''
        ? `The server compares it with ${where}, and there is nothing to compare.${shown}`
        : `The two are compared character for character. They part at character ${difference.at}: ${difference.words}.${shown}`,
    ],
    comparison: [
      {
        label: atAuthorize ? 'Registered' : `Sent in ${whereIs('authorize')}`,
        segments: plainSegments(expected),
        maker: 'app',
      },
      {
        label: 'What you sent',
        segments: comparedSegments(given, expected),
        verdict: 'differs',
      },
    ],
    alsoTried: [],
    fixes: [
      atAuthorize || context.values['code']?.spentAt === undefined
        ? {
            label: 'Put it right and send',
            action: { kind: 'edit', step, name: 'redirect_uri', value: expected, send: true },
          }
        : {
            label: 'Restore it and get a fresh code',
            action: { kind: 'fresh-code', step, restore: ['redirect_uri'] },
          },
    ],
    about: {
      label: 'RFC 6749 3.1.2.3',
      href: 'https://www.rfc-editor.org/rfc/rfc6749.html#section-3.1.2.3',
    },
  };
}
