import { rfc } from '#flows/specs.ts';
import type { PasteRule } from '../paste-case.ts';
import { foundIn, saidOf } from './rule.ts';

/** Ways in which a program turns a grant into JSON, each with the grant in it. */
const asJson = [
  /JSON\.stringify\(\s*\{[^}]{0,400}grant_?type/i,
  /\bjson\s*=\s*\{[^}]{0,400}grant_type/i,
  /\bjson\s*:\s*\{[^}]{0,400}grant_type/i,
  /['"]json['"]\s*=>\s*\[[^\]]{0,400}grant_type/i,
  /json_encode\([^;]{0,400}grant_type/i,
  /json\.dumps\([^\n]{0,400}grant_type/i,
  /StringContent\([^;]{0,400}grant_type[^;]{0,600}application\/json/i,
  /grant_type[^{}]{0,300}\}\.to_json/i,
  /\bhttp\.Post\([^)\n]{0,200}oauth\/token[^)\n]{0,40}["']application\/json/,
  /oauth\/token[^\n]{0,160}Content-Type["']\s*,\s*["']application\/json[\s\S]{0,160}grant_type/i,
  /(?:jsonEncode|JSON\.generate|SerializeObject|toJson|json\.Marshal|writeValueAsString)\([^;\n]{0,400}grant_type/i,
  /\b(?:PostAsJsonAsync|JsonContent\.Create|AddJsonBody|bodyValue|setJSON|SetBody)\([^;]{0,400}grant_type/i,
  /(?:JSONSerialization\.data|JSONEncoder\(\)\.encode|JSONObject\(|jsonObject|buildJsonObject|json!\()[^;]{0,300}?grant_type/,
  // A text that is an object: `"{""grant_type"":`, `"{\"grant_type\":`, `'{"grant_type":`.
  /["'`]\s{0,4}\{\s{0,8}\\?["']{1,2}grant_type\\?["']{1,2}\s{0,4}:/,
  /Content-?Type["'`]{0,2}\]?\s{0,3}(?:=>|[:=,])\s{0,3}["'`]application\/json[\s\S]{0,600}?grant_type["'`]/i,
  /forHTTPHeaderField[\s\S]{0,10}Content-Type[\s\S]{0,300}?withJSONObject[\s\S]{0,100}grant_type/,
  /\braw\b[^\n]{0,20}\bJSON\b[^\n]{0,60}\{[^}]{0,300}grant_type/i,
];

/** LINT-151: a source that sends JSON to the token endpoint. */
export const jsonInSource: PasteRule = ({ recognised: { text }, exchanges }) => {
  for (const pattern of asJson) {
    const found = foundIn(text, pattern);
    // A request whose body is there is told by itself.
    const isRead = exchanges.some(
      ({ range, one }) =>
        found &&
        range.from <= found.range.from &&
        found.range.from < range.to &&
        /\/oauth\/token\b/.test(one.exchange.request.url) &&
        /^\s*[{[]/.test(one.exchange.request.body ?? ''),
    );
    if (!found || isRead) continue;
    return saidOf(found, 'grant_type', {
      id: 'LINT-151',
      title: 'The token request is sent as JSON, not as a form',
      why: 'The token endpoint reads only form fields, so it finds no grant_type and answers OAU-250.',
      fix: 'Send x-www-form-urlencoded: `new URLSearchParams({…})` in JavaScript, `data=` for `json=` in Python requests, `form_params` for `json` in Guzzle, `FormUrlEncodedContent` in C#, the tab of that name in Postman.',
      sources: [rfc(6749, '4.1.3')],
    });
  }
  const axios = foundIn(
    text,
    /axios\.post\(\s*[^,]{0,200}oauth\/token[^,]{0,20},\s*\{[^}]{0,300}grant_type/i,
  );
  return (
    axios &&
    saidOf(axios, 'grant_type', {
      id: 'LINT-151',
      certainty: 'likely',
      title: 'axios sends an object as JSON, and the token endpoint wants a form',
      why: 'It finds no grant_type in JSON and answers OAU-250.',
      fix: 'Give axios `new URLSearchParams({…})`.',
      lacks: 'Whether the axios instance turns objects into forms (`headers`, `transformRequest`).',
      sources: [rfc(6749, '4.1.3')],
    })
  );
};

/** LINT-012: a source that asks for the implicit flow. */
export const implicitInSource: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\bimplicit\s*[:=]\s*true\b|\bresponse_?type["']?\s*[:=]\s*["']token["']/i,
  );
  return (
    found &&
    saidOf(found, 'implicit', {
      id: 'LINT-012',
      kind: /unauthorized_client|OAU-1[15]2|IMPLICIT/.test(text) ? 'wrong' : 'risk',
      title: 'The program asks for the implicit flow',
      why: 'It puts the access token into the address, and gives no refresh token. RingCentral’s guide has had no implicit flow since December 2022; newer apps are refused with OAU-112 or OAU-152.',
      fix: 'Use authorization code with PKCE: `loginUrl({ usePKCE: true })` in place of `implicit: true`.',
      sources: [rfc(9700, '2.1.2')],
    })
  );
};

const passwordCalls = [
  /\b(?:login|authorize|Login|Authorize)\w*\(\s*[{[(]?\s*["']?username["']?\s*(?::|=>|=)[\s\S]{0,200}?["']?password["']?\s*(?::|=>|=|,)/,
  /\b[Aa]uthorize\(\s*(?:["'][+\d() .-]{5,20}["']|\w*[uU]ser\w*)\s*,\s*(?:["']\d{0,8}["']|\w*[eE]xt\w*)\s*,\s*(?:["'][^"'\n]{1,80}["']|\w*[pP]ass?w?\w*|\w*[pP]wd\w*)\s*\)/,
  /\blogin\(\s*(?:["'][+\d() .-]{5,20}["']|\w*[uU]ser\w*)\s*,\s*(?:["']\d{0,8}["']|\w*[eE]xt\w*)\s*,\s*(?:["'][^"'\n]{1,80}["']|\w*[pP]ass?w?\w*|\w*[pP]wd\w*)\s*\)/,
  /grant[_-]?type["'`\]]{0,3}\s{0,4}(?::|=>|=|,|\bto\b)\s{0,4}["'`]?password\b/i,
  /\bPasswordCredentialsToken\(|\bResourceOwnerPassword\w{0,30}\b|\bPasswordTokenRequest\b|\bPasswordGrant\b|password\.get_token\(|\bLegacyApplicationClient\(/,
  /\.username\s*=[^=][\s\S]{0,200}?\.password\s*=[^=]/,
];

/** LINT-156: a source that signs in with a password. */
export const passwordInSource: PasteRule = ({ recognised: { text }, exchanges }) => {
  for (const pattern of passwordCalls) {
    const found = foundIn(text, pattern);
    // A request that was sent is judged as one, with its answer.
    const isSent = exchanges.some(
      ({ range }) => found && range.from <= found.range.from && found.range.to <= range.to,
    );
    if (!found || isSent) continue;
    // Where another refusal is told, the grant is not what it is about.
    const isGrant = /OAU-251|unauthorized|grant type|Unsupported authorization flow/i.test(text);
    const isOther = /OAU-\d|error|exception|traceback|\b[45]\d\d\b/i.test(text);
    return saidOf(found, 'password', {
      id: 'LINT-156',
      kind: isOther && !isGrant ? 'risk' : 'wrong',
      certainty: 'likely',
      title: 'The program signs in with a password: that grant ended on 31 March 2024',
      why: 'RingCentral ended password sign-in for apps, and answers OAU-251. A user with single sign-on or a second factor never got in that way.',
      fix: 'Use a JWT for a program without a screen: each user it acts for makes a credential in the console, and `login({ jwt })` replaces the password. If people sign in, use authorization code with PKCE.',
      lacks:
        'What the server answers, and for whom the program acts: for one user or for each employee.',
      sources: [rfc(9700, '2.4')],
    });
  }
  return undefined;
};

/** Signs of an app on a user's device, which keeps no secret either. */
const onDevice =
  /\bASWebAuthenticationSession\b|\bSFSafariViewController\b|\bUIApplication\b|\bimport (?:UIKit|SwiftUI)\b|\bCustomTabsIntent\b|\bBuildConfig\.|\bIntent\.ACTION_VIEW\b|\bandroid\.|\bflutter_|\bAppAuth\b|\bexpo-auth-session\b|\breact-native/;

const inPage =
  /<script\b|<\/script>|\bwindow\.|\bdocument\.|\blocation\.(?:assign|href)|\bREACT_APP_|\bVITE_|NEXT_PUBLIC_/;

/** LINT-167, LINT-302: a page that holds the client secret. */
export const secretInPage: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\b(?:client|app)_?secret["']?\s*(?:(?::\s?String\s?)?=|:|=>)\s*["'`]?([\w-]{6,})/i,
  );
  const value = found?.groups[1] ?? '';
  if (
    !found ||
    !(inPage.test(text) || onDevice.test(text)) ||
    // The widget's own address has a rule of its own.
    /embeddable|web-widget/.test(text) ||
    /^(?:process|os|env|import|undefined|null|your)/i.test(value)
  ) {
    return undefined;
  }
  return saidOf(found, 'clientSecret', {
    id: 'LINT-167',
    title: inPage.test(text)
      ? 'A page contains the client secret'
      : 'An app on the user’s device contains the client secret',
    why: 'Everybody who opens the page or unpacks the app can read it, so it is public and proves nothing.',
    fix: 'Remove it, and sign in with authorization code and PKCE (`usePKCE: true`, no secret); move what needs a secret or a JWT to a server. Treat the secret as leaked: clone the app and use the new id.',
    sources: [rfc(9700, '2.5')],
  });
};

/** Options of RingCentral's SDKs as they are written, by what people write. */
const sdkOptions: Readonly<Record<string, string>> = {
  clientid: 'clientId',
  client_id: 'clientId',
  clientID: 'clientId',
  ClientId: 'clientId',
  appKey: 'clientId',
  appkey: 'clientId',
  app_key: 'clientId',
  clientsecret: 'clientSecret',
  client_secret: 'clientSecret',
  ClientSecret: 'clientSecret',
  appSecret: 'clientSecret',
  appsecret: 'clientSecret',
  app_secret: 'clientSecret',
  redirect_uri: 'redirectUri',
  redirecturi: 'redirectUri',
  redirectURI: 'redirectUri',
  redirectUrl: 'redirectUri',
};

/** LINT-006: an option of the SDK under a name that it does not know. */
export const optionName: PasteRule = ({ recognised: { text } }) => {
  const call = foundIn(text, /\bnew\s+(?:RingCentral\.)?(?:SDK|RingCentral)\(\s*\{([^}]{0,400})\}/);
  const inside = call?.groups[1] ?? '';
  if (!call) return undefined;
  const given = [...inside.matchAll(/(?:^|[{,\n])\s*["']?(\w+)["']?\s*(?=[:,}\n]|$)/g)].map(
    ([, name = '']) => name,
  );
  const wrong = given.find((name) => {
    const right = sdkOptions[name];
    return right !== undefined && !given.includes(right);
  });
  const right = wrong === undefined ? undefined : sdkOptions[wrong];
  if (wrong === undefined || right === undefined) return undefined;
  const from = call.range.from + text.slice(call.range.from).search(new RegExp(`\\b${wrong}\\b`));
  return saidOf({ range: { from, to: from + wrong.length } }, wrong, {
    id: 'LINT-006',
    certainty: 'likely',
    title: `The SDK’s option is \`${right}\`, and the program sets \`${wrong}\``,
    why: `The SDK ignores a name that it does not know, so it has no ${right}, and sends an empty header: “Basic authentication header is missing or malformed”, OAU-123 or OAU-153. (appKey and appSecret were names of versions before 4.)`,
    fix: `Write \`${right}\`.`,
    lacks: 'The version of the SDK, from package.json.',
    sources: [],
  });
};

/** LINT-170: the arguments of an SDK in another order. */
export const argumentOrder: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\b(?:SDK|RestClient|RingCentral(?:\.new)?)\(\s*["']https?:\/\/[^"'\n]{4,100}["']\s*,\s*["'$\w]/,
  );
  return (
    found &&
    saidOf(found, 'SDK', {
      id: 'LINT-170',
      certainty: 'likely',
      title: 'The arguments are in the wrong order: the server’s address comes first',
      why: 'The order is client id, client secret, server. The SDK sent the address as the client id, and the server answers “Invalid client: https”.',
      fix: 'Put client id first, client secret second and the server third.',
      lacks: 'The version of the SDK, and whether its constructor has that order.',
      sources: [],
    })
  );
};

/** LINT-256: a source that shows the JWT credential to the API. */
export const jwtAsBearerInSource: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /\bBearer\s*["'`]?\s*(?:[+.&,]\s*|%s["'`]\s*%\s*|\$\{|#\{|\{|\\\(|\$)\s*(?:process\.env\.|os\.environ\[["']|ENV\[["']|getenv\(["'])?[\w$.]{0,30}jwt\w*/i,
  );
  if (
    !found ||
    !/\/restapi\/v\d|\.(?:get|post)\w{0,8}\(|\bfetch\(/i.test(text) ||
    /oauth\/token/.test(text)
  ) {
    return undefined;
  }
  return saidOf(found, 'Authorization', {
    id: 'LINT-256',
    title: 'The JWT credential is sent to the API as the access token',
    why: 'The console’s JWT is not an access token. RingCentral answers OAU-149, “OAuth token is invalid”.',
    fix: 'Exchange it first: POST it as `assertion` to /restapi/oauth/token with grant_type `urn:ietf:params:oauth:grant-type:jwt-bearer`, and send the access_token of the answer.',
    sources: [rfc(6750, '2.1')],
  });
};

/** LINT-173: a source that calls the token endpoint without any proof. */
export const proofMissingInSource: PasteRule = ({ recognised: { text }, beside }) => {
  const found = foundIn(
    text,
    /(?:->|\.)post\(\s*["'`][^"'`\n]*\/oauth\/token["'`]\s*,([\s\S]{0,600}?)\)\s*;/,
  );
  const inside = found?.groups[1] ?? '';
  if (!found || !/grant_type/.test(inside)) return undefined;
  if (
    /auth|basic|client_?(?:id|secret)/i.test(inside.replaceAll(/authorization_code|oauth/gi, ''))
  ) {
    return undefined;
  }
  const type = beside.settings?.platformType;
  return saidOf(found, 'Authorization', {
    id: 'LINT-173',
    certainty: type === undefined ? 'likely' : 'certain',
    title: 'The token request names no app: it has neither Basic nor `client_id`',
    why: 'The server does not know which app asks, and answers OAU-123, “Client authentication is required”.',
    fix: "Give the library client id and secret: `'auth' => [$id, $secret]` in Guzzle, `auth=(id, secret)` in Python requests, `Authorization: Basic` by hand. An app without a secret sends `client_id`.",
    ...(type === undefined
      ? { lacks: 'Whether the client adds the header elsewhere, in its defaults.' }
      : {}),
    sources: [rfc(6749, '3.2.1')],
  });
};

/** LINT-220: an address that ends in a space. */
export const addressWithSpace: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /["'`]https?:\/\/[^"'`\s]{4,200}\/oauth\/(?:token|authorize|revoke)\s+["'`]/,
  );
  return (
    found &&
    saidOf(found, 'address', {
      id: 'LINT-220',
      ...(/\b404\b|not found/i.test(text)
        ? {}
        : {
            kind: 'risk' as const,
            certainty: 'likely' as const,
            lacks: 'What the server answers: a 404 means that the address is wrong.',
          }),
      title: 'The address ends in a space',
      why: 'The space is part of the path, so the server looks for another one, and answers 404.',
      fix: 'Remove the space before the closing quote.',
      sources: [],
    })
  );
};

/** LINT-010: an address that a program printed, without a client id. */
export const unsetClientId: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /oauth\/authorize\?[^\s"'`]{0,300}\bclient_id=(undefined|null|None)\b/,
  );
  return (
    found &&
    saidOf(found, 'client_id', {
      id: 'LINT-010',
      title: `\`client_id\` is the word \`${found.groups[1] ?? ''}\``,
      why: 'Your program has no client id when it makes the address: a setting is empty, or its name does not begin as the build tool wants it (`REACT_APP_`, `VITE_`, `NEXT_PUBLIC_`).',
      fix: 'Give the setting a name that the build tool passes on, and build again.',
      sources: [rfc(6749, '4.1.1')],
    })
  );
};

/** LINT-257: a source that shows client id and secret to the API. */
export const basicAtApiInSource: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /["'`]?Basic["'`]?\s{0,3}(?:["'`]|[+.&,$]|\$\{|\\\()[^\n]{0,160}(?:id|key|user)\w{0,20}[^\n]{0,60}(?:secret|pass)/i,
  );
  return found && /\/restapi\/v\d/.test(text) && !/oauth\/token/.test(text)
    ? saidOf(found, 'Authorization', {
        id: 'LINT-257',
        certainty: 'likely',
        title: 'The program sends client id and secret to the API',
        why: 'The API accepts `Bearer` and an access token. Basic is for the token endpoint. RingCentral answers OAU-151 or AGW-402.',
        fix: 'Exchange them first at /restapi/oauth/token, and send the access_token of the answer as `Bearer`.',
        lacks: 'The answer’s body, with its code, and where the program gets its access token.',
        sources: [rfc(6750, '2.1')],
      })
    : undefined;
};

/** LINT-020: a source that encodes the redirect URI by hand, and lets a library encode it again. */
export const encodedTwiceInSource: PasteRule = ({ recognised: { text } }) => {
  const found = foundIn(
    text,
    /encodeURIComponent\(\s{0,4}encodeURIComponent\(|(?:URLSearchParams|urlencode|http_build_query|URLQueryItem|queryParam|addQueryParameter|encode_www_form|to_query|Encode)\s{0,2}\([^;]{0,400}?redirect_?uri["'`]?\s{0,4}(?:=>|[:=,])\s{0,4}(?:value:\s{0,4})?(?:encodeURIComponent|quote(?:_plus)?|urllib\.parse\.quote(?:_plus)?|urlencode|rawurlencode|CGI\.escape|URLEncoder\.encode|Uri\.EscapeDataString|HttpUtility\.UrlEncode|url\.QueryEscape)\(/i,
  );
  return (
    found &&
    saidOf(found, 'redirect_uri', {
      id: 'LINT-020',
      certainty: 'likely',
      title: 'The program percent-encodes the redirect URI twice',
      why: 'The function that makes the query encodes every value, so an address that was already encoded still reads `https%3A%2F%2F` after the server decoded it. No such address is registered: OAU-109.',
      fix: 'Encode once: pass the address as it is to `URLSearchParams`, `urlencode` or the like.',
      lacks: 'The authorization URL that the browser opens.',
      sources: [rfc(6749, 'B')],
    })
  );
};
