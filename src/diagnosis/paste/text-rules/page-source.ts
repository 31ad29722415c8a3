import { rfc } from '#flows/specs.ts';
import type { PasteRule } from '../paste-case.ts';
import { corsMessage } from '../cors.ts';
import { foundIn, saidOf } from './rule.ts';

/** LINT-301: tokens where every script of the page can read them. */
export const tokensInStorage: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\b(?:localStorage(?:\.setItem\(|\[|\.)|document\.cookie\s*=)[^;\n]{0,160}(?:token|auth\(\)\.data|authData|rc_auth)[^;\n]{0,80}/i,
  );
  if (!found || /removeItem|getItem/.test(found.groups[0] ?? '')) return undefined;
  return saidOf(found, 'localStorage', {
    id: 'LINT-301',
    kind: 'risk',
    title: `The program keeps tokens in ${/cookie/.test(found.groups[0] ?? '') ? 'a cookie that scripts can read' : '`localStorage`'}`,
    why: 'Every script of the page can read them there, and they stay after the tab closes. One foreign script is enough to steal them.',
    fix: 'Keep them in memory, or on your server behind a session cookie; sessionStorage ends with the tab.',
    sources: [{ label: 'RFC 10017', href: 'https://www.rfc-editor.org/rfc/rfc10017.html' }],
  });
};

/** LINT-301: tokens that go to a log or to a service that watches. */
export const tokensInLogs: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\b(?:console\.(?:log|info|debug)|gtag|analytics\.track|Sentry\.captureMessage|logger\.(?:info|debug)|print)\([^)\n]{0,80}(?:access_?token|refresh_?token|client_?secret)\b/i,
  );
  return (
    found &&
    saidOf(found, 'log', {
      id: 'LINT-301',
      kind: 'risk',
      title: 'A token or a secret is written into a log',
      why: 'More people read logs, and for longer, than a token allows.',
      fix: 'Write its length or its last four characters, or nothing.',
      sources: [rfc(6819, '5.1.6')],
    })
  );
};

/** LINT-306: a message that any window may read. */
export const messageToAnybody: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /postMessage\([^;]{0,300}(?:token|code|location\.(?:search|hash|href))[^;]{0,200},\s*["'`]\*["'`]\s*\)/i,
  );
  return (
    found &&
    saidOf(found, 'postMessage', {
      id: 'LINT-306',
      kind: 'risk',
      title: '`postMessage` sends the answer to any origin, `*`',
      why: 'Any page that opened the window gets the code or the token, even a stranger’s.',
      fix: 'Name the origin of your app as the second argument, and check `event.origin` where you receive it.',
      sources: [rfc(9700, '4.17')],
    })
  );
};

/** LINT-0A1: a sign-in in a view that belongs to an app. */
export const signInInView: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\b(?:android\.webkit\.)?[wW]ebView\b|\bWKWebView\b|\bUIWebView\b|\bwebview_flutter\b|\bWebBrowser1?\b|disallowed_useragent/,
  );
  if (!found || !/oauth\/authorize|login\.ringcentral|loginUrl|[Ss]ign in|[Ll]ogin/.test(text))
    return undefined;
  return saidOf(found, 'WebView', {
    id: 'LINT-0A1',
    certainty: 'likely',
    title: 'The sign-in is opened in a web view of the app',
    why: 'An app can read what its user types there, so providers refuse it (Google says disallowed_useragent), and sessions of the system browser are not in it.',
    fix: 'Open the system browser: a Custom Tab on Android, ASWebAuthenticationSession on iOS, with a claimed https address or a scheme in reverse domain form, and PKCE.',
    lacks: 'Which library opens the sign-in, and what the page shows.',
    sources: [rfc(8252, '8.12')],
  });
};

/** LINT-222: an access token that is read as a JWT. */
export const tokenTakenApart: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\b(?:jwt_?decode|jwtDecode|jwt\.(?:decode|verify)|parseJwt|JWT\.decode|JwtSecurityTokenHandler\(\)\.ReadJwtToken|atob|b64decode|base64_decode|Base64\.\w{1,20})\(\s*[^)\n]{0,60}\b(?:access_?token|accessToken)\b/,
  );
  return (
    found &&
    saidOf(found, 'access_token', {
      id: 'LINT-222',
      title: 'The program reads the access token as a JWT',
      why: 'An access token is a text for the API only. RingCentral’s is not a JWT, so this fails.',
      fix: 'Take `expires_in` and `owner_id` from the answer of the token endpoint, or ask the API.',
      sources: [rfc(6749, '1.4')],
    })
  );
};

/** LINT-184: a browser that was not allowed. */
export const blockedByCors: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(text, corsMessage);
  if (!found) return undefined;
  const shared = { id: 'LINT-184' as const, certainty: 'likely' as const, sources: [] };
  const path =
    /platform(?:\.devtest)?\.ringcentral\.(?:com|biz)(\/[^\s"'`?#]*)/.exec(text)?.[1] ??
    /(?:^|[\s"'`])(\/(?:account|extension)\/[^\s"'`?#]*)/.exec(text)?.[1] ??
    '';
  const isApi = path !== '' && !/^\/(?:restapi|oauth|\.well-known)\b/.test(path);
  return isApi
    ? saidOf(found, path, {
        ...shared,
        title: 'The path lacks `/restapi/v1.0`, and the browser reports CORS',
        why: `There is no \`${path}\`. The answer to an unknown path has no headers for other origins, so the browser hides the 404 and reports CORS.`,
        fix: `Call \`/restapi/v1.0${path}\`.`,
        lacks: 'The status of the request in the network panel.',
      })
    : saidOf(found, 'CORS', {
        ...shared,
        title: 'The browser blocked the answer: that endpoint does not allow this page',
        why: 'A page opens the authorization endpoint and does not fetch it; an app with a secret calls the token endpoint from a server; and an error page of a proxy has no such headers either.',
        fix: 'Send the browser to the authorization endpoint by navigation. From a page use PKCE without a secret. Never go through a public CORS proxy: it reads every token.',
        lacks:
          'The whole address that was called, its method, and the status in the network panel.',
      });
};

/** LINT-253: a header without a token, in a text that is no request. */
export const bearerOfNothing: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /["']?authorization["']?\s*[:=]\s*["'`]?bearer\s+(undefined|null|None|nil|\[object Object\]|\{\{[^{}\n]{1,60}\}\})(?![\w.-])/i,
  );
  const what = found?.groups[1] ?? '';
  if (!found) return undefined;
  // In a guide a placeholder is right; it was sent where an answer stands beside it.
  if (what.startsWith('{{') && !/\b40[01]\b|TokenInvalid|OAU-149|invalid/i.test(text))
    return undefined;
  return saidOf(found, 'Authorization', {
    id: 'LINT-253',
    title: what.startsWith('{{')
      ? 'A placeholder was sent instead of the token: the variable is not filled in'
      : `The word \`${what}\` was sent instead of the token`,
    why: what.startsWith('{{')
      ? `Postman sends \`${what}\` as it is if no environment is chosen or the variable has no value. RingCentral answers OAU-149.`
      : 'Your program has no token when it sends the request: it did not wait for the sign-in, or did not keep the token. RingCentral answers OAU-149.',
    fix: what.startsWith('{{')
      ? 'Choose the environment, and give the variable its current value.'
      : 'Wait for the sign-in, and look at what your program reads before it sends it.',
    sources: [rfc(6750, '2.1')],
  });
};

/** LINT-114: a program that looks for the code where it is not. */
export const codeSoughtInHash: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\bparse(?:Login)?Redirect\w*\(\s*(?:window\.)?location\.hash\b|\blocation\.hash\b[^\n]{0,60}(?:;?\n[^\n]{0,80})?["'`]code["'`]/,
  );
  if (!found || !/usePKCE|code_verifier|response_type=code|implicit:\s*false/.test(text))
    return undefined;
  return saidOf(found, 'location.hash', {
    id: 'LINT-114',
    certainty: 'likely',
    title: 'The program looks for the code in `location.hash`; it comes in the query',
    why: 'Implicit puts its token into the fragment. A code comes in `location.search`, so the program finds nothing: “Unable to parse response”.',
    fix: 'Read `location.search`.',
    lacks: 'The address in the browser after the sign-in, with the code hidden.',
    sources: [rfc(6749, '4.1.2')],
  });
};

/** LINT-308: a sign-out that forgets the tokens and ends nothing. */
export const signOutWithoutRevoke: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\b(?:log_?out|sign_?out)\w*\s*(?:=\s*)?(?:async\s*)?\([^)\n]{0,60}\)\s*(?:=>\s*)?(?:\{[^{}]{0,300}|\s*[\w.]{0,60})\b(?:removeItem|clear\(\)|destroy\(|=\s*(?:null|undefined))[^{}]{0,300}(?:\}|;|$)/im,
  );
  if (!found || /revoke|\.logout\(|end_?session/i.test(found.groups[0] ?? '')) return undefined;
  return saidOf(found, 'logout', {
    id: 'LINT-308',
    kind: 'note',
    certainty: 'likely',
    title: 'The sign-out deletes the tokens and does not revoke them',
    why: 'Anybody with a copy can use them until they end: an hour for the access token, a week for the refresh token.',
    fix: 'POST one of them to /restapi/oauth/revoke first: RingCentral then ends the whole session. `platform.logout()` does it.',
    lacks: 'Whether another part of the program revokes.',
    sources: [rfc(7009, '1')],
  });
};
