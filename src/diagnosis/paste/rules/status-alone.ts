import { kindOf, pathOf } from '#protocol/exchange-parts.ts';
import { type Draft, finding, type FindingId } from '../../finding.ts';
import { fullHar, howToGet } from '../how-to-get.ts';
import type { PasteCase, PasteRule } from '../paste-case.ts';
import { isRecovered } from '../recovered.ts';
import { isAlone } from '../is-alone.ts';
import { storyOf } from '../answers/stories.ts';
import { wordsOfCode } from '../answers/words-of-code.ts';

interface Status {
  status: number;
  at: number;
  path: string;
  kind: 'token' | 'api' | 'authorize' | 'other';
}

const written =
  /(?:\bHTTP(?:\/[\d.]+)?\s+|\bstatus(?:\s*code)?\s*[:=]?\s*|\()([45]\d\d)\b|\b([45]\d\d) (?:Client Error|Server Error|Bad Request|Unauthorized|Forbidden|Not Found|Too Many Requests|Service (?:Temporarily )?Unavailable|Internal Server Error|Bad Gateway|Gateway Time-?out)/i;

function kindOfText(text: string): Status['kind'] {
  if (/\/oauth\/token/.test(text)) return 'token';
  if (/\/oauth\/authorize/.test(text)) return 'authorize';
  return /\/restapi\/v1\.0\//.test(text) ? 'api' : 'other';
}

/** The first refusal of the paste of which only the status is there. */
function statusOf({ exchanges, recognised }: PasteCase): Status | undefined {
  const refused = exchanges.find(({ one }) => (one.exchange.response?.status ?? 0) >= 400);
  if (refused && !refused.one.unknown?.includes('request')) {
    const { exchange, task } = refused.one;
    const kind = kindOf(exchange);
    return {
      status: exchange.response?.status ?? 0,
      at: refused.range.from,
      path: pathOf(exchange),
      kind:
        kind === 'api' || kind === 'authorize'
          ? kind
          : task === 'token' || task === 'refresh'
            ? 'token'
            : 'other',
    };
  }
  const { text } = recognised;
  const piece = recognised.pieces.find(({ status = 0 }) => status >= 400);
  const match = written.exec(text);
  const status = piece?.status ?? Number(match?.[1] ?? match?.[2] ?? 0);
  if (status < 400) return undefined;
  const [path = ''] = /\/restapi\/[\w./~-]+/.exec(text) ?? [];
  return { status, at: piece?.range.from ?? match?.index ?? 0, path, kind: kindOfText(text) };
}

/** The permission that the calls of a path need, for those that are met most often. */
const permissions: readonly [path: RegExp, scope: string][] = [
  [/\/call-log/, 'ReadCallLog'],
  [/\/(?:sms|mms)$/, 'SMS'],
  [/\/fax$/, 'Faxes'],
  [/\/message-store/, 'ReadMessages'],
  [/\/presence/, 'ReadPresence'],
  [/\/ring-?out/, 'RingOut'],
  [/\/(?:extension|account|phone-number|device|address-book)(?:\/~)?(?:\/|$)/, 'ReadAccounts'],
];

function forbidden({ path }: Status, paste: PasteCase): Draft {
  const { settings } = paste.beside;
  const scope = permissions.find(([pattern]) => pattern.test(path))?.[1];
  const isMissing = scope !== undefined && settings && !settings.scopes.includes(scope);
  return {
    id: isMissing ? 'LINT-259' : 'CMN-401',
    who: 'developer',
    title: isMissing
      ? `The call needs the permission ${scope}, and the app does not have it`
      : 'A permission is missing, and the body that names it is not shown',
    certainty: isMissing ? 'likely' : 'cannot tell',
    why: `403 answers a token that may not do this: the app lacks the permission (CMN-401)${scope === undefined ? '' : `, here ${scope}`}, or the user’s role does (CMN-408). The body, which names it, is not shown, and the status does not say which.`,
    fix: `Add ${scope ?? 'the permission'} to the app’s permissions, then sign in again: a refresh does not add it.`,
    lacks: `The body of the 403: it names the permission. ${howToGet(paste.clients)}`,
  };
}

/** A challenge without an `error` is the answer to a request without a token (RFC 6750 section 3.1). */
const bareChallenge = /www-authenticate\W{1,4}bearer realm=\W{0,2}[^",\n]*\W{0,2}\s*$/im;

const ownServer =
  /\b(?:our|my|own|their)\b[^.\n]{0,40}\b(?:server|backend|back end|proxy|app|api|site|service)\b/i;

/** Statuses that say enough without a body. */
function telling(found: Status, paste: PasteCase): Draft | undefined {
  const byCode = (code: string): Draft | undefined => {
    const words = wordsOfCode(code);
    return words && { ...words, certainty: 'certain' };
  };
  const { status, kind } = found;
  if (status === 429) {
    const story = storyOf('CMN-301', paste.topics);
    const isPlain = kind === 'token' && isAlone(paste);
    return { ...byCode('CMN-301'), ...story, certainty: isPlain ? 'certain' : 'likely' } as Draft;
  }
  if (status === 401 && bareChallenge.test(paste.recognised.text)) {
    return {
      id: 'LINT-263',
      who: 'developer',
      title: 'No Authorization header arrived with a token',
      certainty: 'likely',
      why: 'The challenge names no error: a server answers like this if the request has no token at all (RFC 6750). A redirect to another host or a proxy drops the header, too.',
      fix: 'Send `Authorization: Bearer`, one space, the access token, to the host itself.',
      lacks:
        'The request’s Authorization header with the token taken out: its scheme, and whether a value follows.',
    };
  }
  if (status >= 500 && status <= 504 && status !== 501) {
    // A status of somebody's own server is none of RingCentral's.
    if (ownServer.test(paste.recognised.text)) return undefined;
    return { ...byCode('CMN-201'), certainty: 'likely' } as Draft;
  }
  if (status === 407) {
    return {
      id: 'LINT-184',
      who: 'administrator',
      title: 'A proxy on the way asks for its own login',
      certainty: 'likely',
      why: 'A proxy between the program and RingCentral answered 407. The request did not reach RingCentral, so neither the app’s settings nor its secrets are the reason.',
      fix: 'Give the program the proxy’s user and password (such as `HTTPS_PROXY`), or let its traffic to platform.ringcentral.com through.',
      lacks:
        'Whether the machine reaches the internet through a proxy, and how the program knows of it.',
    };
  }
  if (status === 403 && kind === 'api') return forbidden(found, paste);
  if (status === 404 || status === 405) {
    return {
      id: 'AGW-404',
      who: 'developer',
      title: `Nothing answers at this address: ${status}`,
      certainty: 'likely',
      why: /\/\/restapi/.test(found.path)
        ? 'The path has one slash too many: the server’s address ends with one and the path begins with one.'
        : 'The host or the path is not RingCentral’s. The token endpoint is /restapi/oauth/token, calls begin with /restapi/v1.0, on https://platform.ringcentral.com; one slash or space more makes another path.',
      fix: 'Write https://platform.ringcentral.com without a slash at its end, and the path exactly.',
      lacks: 'The method and the whole address of the request.',
    };
  }
  return undefined;
}

const apiCodes =
  'an access token whose hour is over (OAU-128), one that was replaced by a refresh or whose session ended (OAU-129, OAU-213), a value that is no access token (OAU-149), no header (AGW-401)';
const tokenCodes =
  'a grant that the app does not have, such as password (OAU-251), a client id or secret (OAU-153, OAU-146), a redirect URI (OAU-109), a JWT (OAU-345)';

/** LINT-220: a status without its body: what it excludes is told, and how to get the body. */
export const statusAlone: PasteRule = (paste) => {
  const found = statusOf(paste);
  if (!found) return undefined;
  const { status, at, kind } = found;
  const evidence = [
    { source: '', parameter: String(status), range: { from: at, to: at + String(status).length } },
  ];
  const told = telling(found, paste);
  if (told) {
    const isPast = isRecovered(paste.recognised.text, at);
    return finding({ ...told, evidence, ...(isPast ? { kind: 'note' } : {}) });
  }
  const isCleaned = paste.recognised.har?.isSanitized === true;
  const isRefreshed = status === 401 && paste.topics.has('only sometimes');
  const id: FindingId = isRefreshed
    ? 'LINT-262'
    : status === 401 && kind === 'api'
      ? 'LINT-263'
      : 'LINT-220';
  const what = kind === 'token' ? 'The login was refused' : 'The call was refused';
  return finding({
    id,
    who: 'nobody',
    title: isCleaned
      ? `The answer was ${status}, and this HAR left out the headers that decide`
      : `${what} with ${status}, and the reason is not shown`,
    certainty: 'cannot tell',
    why: isCleaned
      ? 'The browser exported it sanitized: without Authorization and cookies. So the request may have had them.'
      : `The body of the answer is not shown, and the status alone does not say which refusal it is. ${status} here is most often ${kind === 'api' || status === 401 ? apiCodes : tokenCodes}.`,
    lacks: isCleaned ? fullHar : howToGet(paste.clients),
    evidence,
    excluded: [{ cause: 'network, DNS and TLS: the server was reached' }],
  });
};
