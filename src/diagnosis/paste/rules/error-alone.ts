import { isErrorCode } from '#protocol/errors/codes.ts';
import { isElsewhere } from '#protocol/errors/seen/elsewhere.ts';
import { refusalOf } from '#protocol/exchange-parts.ts';
import { finding, type FindingId } from '../../finding.ts';
import { howToGet } from '../how-to-get.ts';
import type { PasteCase, PasteRule } from '../paste-case.ts';

/** What each `error` of RFC 6749 stands for at RingCentral, what was met most often first. */
const standsFor: Readonly<Record<string, { id: FindingId; causes: string }>> = {
  invalid_grant: {
    id: 'LINT-211',
    causes:
      'a token that was used, replaced or ended (OAU-213, OAU-211, OAU-210), a redirect URI that does not match (OAU-109), a code that was used or is too old (OAU-106, OAU-108), a wrong user or password (OAU-140), and, without a code of its own, a code_verifier that does not fit',
  },
  invalid_client: {
    id: 'LINT-210',
    causes:
      'a client id that no app has (OAU-153), a wrong secret (OAU-146), no Authorization header (OAU-123), an app without a redirect URI (OAU-113), a user without the permission for third-party apps (CMN-408)',
  },
  invalid_request: {
    id: 'LINT-213',
    causes:
      'a grant_type that is missing, misspelt or sent as JSON (OAU-250), a JWT that was changed or cut (OAU-345, OAU-331), a JWT for other apps (OAU-473), a parameter that was sent twice (OAU-111)',
  },
  unauthorized_client: {
    id: 'LINT-212',
    causes:
      'a grant that the app’s settings do not give (OAU-251), the password flow, which ended on 31 March 2024 (OAU-251), implicit (OAU-112, OAU-152)',
  },
  unsupported_grant_type: {
    id: 'LINT-213',
    causes:
      'a grant_type that is misspelt, missing, or sent in a body that is not a form (OAU-250)',
  },
  invalid_scope: {
    id: 'LINT-051',
    causes:
      'a permission that the app does not have, commas or two spaces between permissions, or a refresh that asks for more than the sign-in granted',
  },
  access_denied: {
    id: 'LINT-110',
    causes:
      'the user pressed Deny, or the user’s role lacks the permission for third-party apps (CMN-408)',
  },
  invalid_token: {
    id: 'LINT-263',
    causes:
      'an access token whose hour is over (OAU-128), one that a refresh replaced (OAU-129), one whose session ended (OAU-213), or a value that is not an access token (OAU-149)',
  },
};

const words =
  /\b(?:invalid_(?:grant|client|request|token|scope)|unauthorized_client|unsupported_grant_type|access_denied|redirect_uri_mismatch|invalid_redirect_uri)\b/g;

/** Whether a place lies in an answer that worked: its page may speak of errors. */
const worked = ({ exchanges }: PasteCase, at: number): boolean =>
  exchanges.some(({ one: { exchange, unknown = [] }, pieces }) => {
    const { status = 400 } = exchange.response ?? {};
    const isHere = pieces.some(({ range }) => range.from <= at && at < range.to);
    return isHere && status < 300 && !unknown.includes('response');
  });

function errorIn(paste: PasteCase): { error: string; at: number; isCut: boolean } | undefined {
  for (const { one, pieces, range } of paste.exchanges) {
    const error = refusalOf(one.exchange).code ?? one.returned?.get('error');
    if (error !== undefined && !isErrorCode(error) && !isElsewhere(error)) {
      return { error, at: range.from, isCut: pieces.some(({ isCut }) => isCut) };
    }
  }
  for (const { index, 0: error } of paste.recognised.text.matchAll(words)) {
    if (!worked(paste, index)) return { error, at: index, isCut: false };
  }
  return undefined;
}

/** LINT-210 to LINT-214: the answer has an `error` of the RFC and neither code nor text; each stands for several causes. */
export const errorAlone: PasteRule = (paste) => {
  const found = errorIn(paste);
  if (!found) return undefined;
  const { error, at, isCut } = found;
  const evidence = [{ source: '', parameter: error, range: { from: at, to: at + error.length } }];
  if (error === 'redirect_uri_mismatch' || error === 'invalid_redirect_uri') {
    return finding({
      id: 'LINT-214',
      who: 'developer',
      title: 'The server does not expect this redirect URI',
      certainty: 'likely',
      why: `Only this server uses ${error}; RFC 6749 has no word for it. RingCentral says OAU-109.`,
      fix: 'Register the redirect URI in the app’s settings, and send the same one in both requests, authorize and token, character for character.',
      lacks:
        'The redirect_uri as it was sent in both requests, and the list in the app’s settings.',
      evidence,
    });
  }
  const known = standsFor[error];
  return finding({
    id: known?.id ?? 'LINT-220',
    who: 'nobody',
    title: isCut
      ? `The answer is cut after ${error}, which has several causes`
      : `The answer says only ${error}, which has several causes`,
    certainty: 'cannot tell',
    why: known
      ? `It does not say which of them: ${known.causes}.`
      : 'It does not say which: it has no code and no text of RingCentral’s.',
    lacks: `The whole body of the answer with errorCode and message, and the request that it answers, secrets taken out. ${howToGet(paste.clients)}`,
    evidence,
  });
};
