import { describeUriDifference } from '../../compare/uri.ts';
import { authorizeParameters, kindOf } from '../request-parts.ts';
import type { RemarkRule } from '../remark.ts';

/** The registered URI that shares most with what was sent. */
function nearest(sent: string, registered: readonly string[]): string | undefined {
  const shared = (uri: string) => [...uri].findIndex((character, at) => character !== sent[at]);
  const score = (uri: string) => (shared(uri) < 0 ? uri.length : shared(uri));
  return [...registered].sort((one, other) => score(other) - score(one))[0];
}

/** LINT-019: compared character by character with what is registered (RFC 6749 section 3.1.2.3). */
export const authorizeRedirectUri: RemarkRule = ({ exchange, app }) => {
  if (kindOf(exchange) !== 'authorize') return undefined;
  const sent = authorizeParameters(exchange).get('redirect_uri') ?? '';
  if (sent === '') {
    return {
      id: 'LINT-014',
      kind: 'wrong',
      words: 'No `redirect_uri`.',
      fix: 'Send the one that is registered; RingCentral’s guide asks for it.',
      part: 'sign in',
    };
  }
  if (app.redirectUris.includes(sent)) {
    return { id: 'LINT-019', kind: 'well', words: 'Redirect URI is a registered one' };
  }
  const registered = nearest(sent, app.redirectUris);
  const difference = registered === undefined ? undefined : describeUriDifference(sent, registered);
  return {
    id: 'LINT-019',
    kind: 'wrong',
    words: `Redirect URI differs from the registered one: ${difference?.words ?? 'none is registered'}.`,
    fix:
      registered === undefined
        ? 'Register the URI on the app.'
        : `Set \`RC_REDIRECT_URL\` to \`${registered}\`, or register what you send.`,
    part: 'settings',
  };
};
