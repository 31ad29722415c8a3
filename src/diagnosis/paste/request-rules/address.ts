import { rfc } from '#flows/specs.ts';
import type { Case } from '../../case.ts';
import { names, valueOf } from '../parameters.ts';
import { isAccepted, type RequestRule, said } from './rule.ts';

interface Address {
  scheme: string;
  host: string;
  path: string;
}

/** The parts of an absolute address as they were written; a URL parser would repair them. */
export function addressOf({ exchange }: Case): Address | undefined {
  const [, scheme = '', host = '', path = ''] =
    /^(https?):\/\/([^/?#\s]*)([^?#]*)/i.exec(exchange.request.url) ?? [];
  return host === ''
    ? undefined
    : { scheme: scheme.toLowerCase(), host: host.toLowerCase().replace(/:\d+$/, ''), path };
}

/** Whether a host is one of RingCentral’s own; a test server and this site’s sandbox are not. */
export const isRingCentral = (host: string): boolean =>
  /(?:^|\.)ringcentral\.(?:com|biz|co\.uk|eu)$/.test(host);

const isFormer = (host: string): boolean => /(?:^|\.)devtest\.ringcentral\.com$/.test(host);
const isPlatform = (host: string): boolean =>
  /^platform(?:\.devtest)?\.ringcentral\.(?:com|biz)$/.test(host);

/** What a request wants, by what it carries; its path may be wrong. */
function wants(one: Case): 'authorize' | 'token' | 'api' | undefined {
  if (one.task === 'return') return undefined;
  if (names(one, 'grant_type') || one.task === 'token' || one.task === 'refresh') return 'token';
  if (one.task === 'authorize' || (names(one, 'response_type') && names(one, 'client_id'))) {
    return 'authorize';
  }
  return one.task === 'api' ? 'api' : undefined;
}

/** LINT-050, LINT-175: the developer sandbox that RingCentral had. */
export const formerSandbox: RequestRule = (one) => {
  const at = addressOf(one);
  const wanted = wants(one);
  if (!at || wanted === undefined || !isFormer(at.host) || isAccepted(one)) return undefined;
  return said(one, 'devtest', {
    id: wanted === 'authorize' ? 'LINT-050' : 'LINT-175',
    certainty: 'likely',
    title: 'The request goes to `devtest`, RingCentral’s former developer sandbox',
    why: 'Client id, secret, users and JWTs of one environment do not work in the other. RingCentral’s guide names only platform.ringcentral.com today.',
    fix: 'Send to https://platform.ringcentral.com, with client id, secret and user of an app of today’s console.',
    lacks:
      'In which console the app was made, and whether its client id works at platform.ringcentral.com.',
    sources: [],
  });
};

/** LINT-050, LINT-220: RingCentral’s own endpoint is at another address. */
export const wrongEndpoint: RequestRule = (one) => {
  const at = addressOf(one);
  const wanted = wants(one);
  if (!at || !isRingCentral(at.host) || isAccepted(one)) return undefined;
  if (wanted !== 'authorize' && wanted !== 'token') return undefined;
  const right = `/restapi/oauth/${wanted}`;
  const path = at.path.replace(/(?:%20|\s)+$/, '');
  if (!isPlatform(at.host) && !isFormer(at.host)) {
    return said(one, at.host, {
      id: 'LINT-050',
      title: `${at.host} is not RingCentral’s authorization server`,
      why: 'It answers with its own page, or not at all.',
      fix: `Send to \`https://platform.ringcentral.com${right}\`.`,
      sources: [],
    });
  }
  if (path === right && path === at.path) return undefined;
  const what =
    path === right
      ? 'The address ends in a space'
      : path.replaceAll(/\/{2,}/g, '/') === right
        ? 'The path has one slash too many'
        : `There is no endpoint at \`${path}\``;
  return said(one, 'oauth', {
    id: wanted === 'authorize' ? 'LINT-050' : 'LINT-220',
    ...(what.includes('slash')
      ? {
          certainty: 'likely' as const,
          lacks: 'What the server answers: a 404 means that the path is wrong.',
        }
      : {}),
    title: what,
    why: 'The server looks for exactly this path, finds nothing, and answers 404, perhaps with a page instead of JSON.',
    fix: `Send to \`https://platform.ringcentral.com${right}\`: one slash, and nothing after it.`,
    sources: [],
  });
};

/** LINT-176: plain http to a server that has https. */
export const plainHttp: RequestRule = (one) => {
  const at = addressOf(one);
  const wanted = wants(one);
  if (!at || at.scheme !== 'http' || !isRingCentral(at.host) || wanted === undefined) {
    return undefined;
  }
  // A tool's own log leaves the scheme out, and then it is filled in.
  return said(one, 'http', {
    id: wanted === 'authorize' ? 'LINT-050' : 'LINT-176',
    title: 'The request goes over plain `http`',
    why: 'The server answers with a redirect to https; a client that follows it turns the POST into a GET and drops the body. Anybody on the way can read what you sent.',
    fix: `Send to \`https://\`${wanted === 'token' ? ', and treat the secret and token that were sent as leaked' : ''}.`,
    sources: [rfc(6749, '3.2')],
  });
};

/** AGW-404: the API begins at /restapi. */
export const apiPath: RequestRule = (one) => {
  const at = addressOf(one);
  if (!at || !isPlatform(at.host) || isAccepted(one) || one.task !== 'other') return undefined;
  const isApi =
    /^\/(?:v1\.0\/|restapi\/)?(?:account|dictionary|subscription|client-info|glip|ai)\b/.test(
      at.path,
    );
  if (!isApi || names(one, 'grant_type')) return undefined;
  return said(one, at.path, {
    id: 'AGW-404',
    certainty: 'likely',
    title: 'The path lacks `/restapi/v1.0`',
    why: 'There is no such path, so the gateway answers 404, without the headers that a page needs: a browser then reports CORS.',
    fix: `Call \`https://${at.host}/restapi/v1.0${at.path.replace(/^\/(?:v1\.0|restapi)/, '')}\`.`,
    sources: [],
  });
};

/** LINT-051: RingCentral takes the permissions of the app, and no scope. */
export const scopeAsked: RequestRule = (one) => {
  const scope = one.task === 'authorize' ? valueOf(one, 'scope') : '';
  if (scope === '') return undefined;
  const isList = /[,;]/.test(scope);
  return said(one, 'scope', {
    id: 'LINT-051',
    kind: 'note',
    title: isList
      ? 'Something other than a space separates the words of `scope`'
      : '`scope` has no effect at RingCentral',
    why: 'A token gets the permissions of the app settings. Other servers read scope, with one space between words.',
    fix: 'Leave it out here, and choose the permissions in the app settings.',
    sources: [rfc(6749, '3.3')],
  });
};

const called =
  /(?:\bfetch|\baxios(?:\.get)?|\$\.(?:get|ajax|getJSON)|\bhttp\.get|\brequests\.get|\.open\(\s*["']GET["']\s*,|\bInvoke-(?:WebRequest|RestMethod)\b[^\n]{0,60})\s*\(?\s*["'`]?$/;

/** LINT-0A1: the authorization endpoint is asked by a script or in a frame, where a user has to go. */
export const askedByScript: RequestRule = (one, { range }, { recognised: { text } }) => {
  if (one.task !== 'authorize') return undefined;
  const { url, headers } = one.exchange.request;
  const at = text.indexOf(url.slice(0, 60), range.from);
  const before = text.slice(Math.max(0, at - 90), Math.max(0, at));
  const mode = headers.find(([name]) => name.toLowerCase() === 'sec-fetch-mode')?.[1];
  const isFrame = /<iframe\b[^>]{0,80}$/i.test(before);
  const isBearer = headers.some(
    ([name, value]) => name.toLowerCase() === 'authorization' && /^bearer/i.test(value),
  );
  if (mode !== 'cors' && !called.test(before) && !isFrame && !isBearer) return undefined;
  return said(one, 'authorize', {
    id: 'LINT-0A1',
    title: isFrame
      ? 'The sign-in is opened in a frame'
      : 'A script asks for the sign-in; it is not opened in the browser',
    why: isFrame
      ? 'RingCentral’s pages refuse frames, so that nobody can lay another page over them.'
      : 'The authorization endpoint shows pages to a person, and no other origin may read it: a browser reports CORS, a program gets a page of HTML.',
    fix: 'Send the browser there: `location.assign(url)` in a page, the system browser in a native app. The answer comes to `redirect_uri`.',
    sources: [rfc(9700, isFrame ? '4.16' : '2.6')],
  });
};
