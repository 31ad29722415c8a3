import { certain, family, likely } from '../family.ts';
import {
  accessToken,
  challenge,
  clientId,
  clientSecret,
  password,
  verifier,
  wrongChallenge,
} from '../fake.ts';
import { desktopApp, pageApp, webApp } from '../settings.ts';

const base = 'https://platform.ringcentral.com/restapi/oauth/authorize';
const id = `client_id=${clientId}`;
const page = 'redirect_uri=https%3A%2F%2Fspa.example.com%2F';
const web = 'redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback';
const state = 'state=0Y0pauToT3k4RGwIZBMA_g';
const pkce = `code_challenge=${challenge}&code_challenge_method=S256`;
const encoded = encodeURIComponent;

/** Addresses that a browser is sent to, each with one fault. */
export const authorizeUrls = family('authorize url', [
  {
    id: 'authorize-no-client-id',
    paste: `${base}?response_type=code&${web}&${state}&${pkce}`,
    ...certain(['LINT-010', 'SANDBOX-REQUEST-5'], /client_id/),
  },
  {
    id: 'authorize-client-id-camel-case',
    paste: `${base}?response_type=code&clientId=${clientId}&${web}&${state}&${pkce}`,
    ...certain(['LINT-006', 'LINT-010'], /client_id/),
  },
  {
    id: 'authorize-response-type-code-in-capitals',
    paste: `${base}?response_type=Code&${id}&${web}&${state}&${pkce}`,
    ...certain(['LINT-011', 'SANDBOX-AUTHORIZE-2'], /response_type|code/),
  },
  {
    id: 'authorize-response-type-missing',
    paste: `${base}?${id}&${web}&${state}&${pkce}`,
    ...certain(['LINT-011', 'SANDBOX-AUTHORIZE-1'], /response_type/),
  },
  {
    id: 'authorize-implicit',
    paste: `${base}?response_type=token&${id}&${page}&${state}`,
    settings: pageApp,
    ...certain(['LINT-012', 'M1', 'M2', 'OAU-112', 'OAU-152'], /PKCE/),
  },
  {
    id: 'authorize-secret',
    paste: `${base}?response_type=code&${id}&client_secret=${clientSecret}&${web}&${state}&${pkce}`,
    secrets: [clientSecret],
    ...certain(['LINT-013'], /secret/),
  },
  {
    id: 'authorize-password',
    paste: `${base}?response_type=code&${id}&${web}&${state}&${pkce}&username=101&password=${password}`,
    secrets: [password],
    ...certain(['LINT-0A2', 'LINT-006'], /password/),
  },
  {
    id: 'authorize-redirect-url-misspelt',
    paste: `${base}?response_type=code&${id}&redirect_url=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback&${state}&${pkce}`,
    ...certain(['LINT-014', 'LINT-006', 'SANDBOX-AUTHORIZE-6'], /redirect_uri/),
  },
  {
    id: 'authorize-redirect-fragment',
    paste: `${base}?response_type=code&${id}&redirect_uri=https%3A%2F%2Fspa.example.com%2F%23%2Fcallback&${state}&${pkce}`,
    ...certain(['LINT-015', 'SANDBOX-AUTHORIZE-7'], /fragment|#/),
  },
  {
    id: 'authorize-redirect-relative',
    paste: `${base}?response_type=code&${id}&redirect_uri=%2Foauth%2Fcallback&${state}&${pkce}`,
    ...certain(['LINT-016', 'LINT-019', 'OAU-109'], /absolute|whole|https/),
  },
  {
    id: 'authorize-redirect-http',
    paste: `${base}?response_type=code&${id}&redirect_uri=http%3A%2F%2Fapp.example.com%2Foauth%2Fcallback&${state}&${pkce}`,
    settings: webApp,
    ...certain(['LINT-017', 'LINT-019', 'OAU-109'], /https/),
  },
  {
    id: 'authorize-redirect-localhost-for-loopback-address',
    paste: `${base}?response_type=code&${id}&redirect_uri=http%3A%2F%2Flocalhost%3A49152%2Fcallback&${state}&${pkce}`,
    settings: desktopApp,
    ...certain(
      ['LINT-019', 'LINT-018', 'OAU-109', 'AS-039'],
      /localhost[\s\S]*127\.0\.0\.1|127\.0\.0\.1[\s\S]*localhost/,
    ),
  },
  {
    id: 'authorize-redirect-path-case',
    paste: `${base}?response_type=code&${id}&redirect_uri=https%3A%2F%2Fapp.example.com%2FOAuth%2Fcallback&${state}&${pkce}`,
    settings: webApp,
    ...certain(['LINT-019', 'OAU-109'], /capital|case|differ/),
  },
  {
    id: 'authorize-redirect-www',
    paste: `${base}?response_type=code&${id}&redirect_uri=https%3A%2F%2Fwww.app.example.com%2Foauth%2Fcallback&${state}&${pkce}`,
    settings: webApp,
    ...certain(['LINT-019', 'OAU-109'], /www|host|differ/),
  },
  {
    id: 'authorize-redirect-default-port',
    paste: `${base}?response_type=code&${id}&redirect_uri=https%3A%2F%2Fapp.example.com%3A443%2Foauth%2Fcallback&${state}&${pkce}`,
    settings: webApp,
    ...certain(['LINT-019', 'OAU-109'], /port|443|differ/),
  },
  {
    id: 'authorize-redirect-added-query',
    paste: `${base}?response_type=code&${id}&redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback%3Ftenant%3D7&${state}&${pkce}`,
    settings: webApp,
    ...certain(['LINT-019', 'OAU-109'], /query|state|goes on|differ/),
  },
  {
    id: 'authorize-redirect-encoded-twice',
    paste: `${base}?response_type=code&${id}&redirect_uri=https%253A%252F%252Fapp.example.com%252Foauth%252Fcallback&${state}&${pkce}`,
    ...certain(['LINT-020', 'OAU-109'], /twice|encoded/),
  },
  {
    id: 'authorize-redirect-not-encoded',
    paste: `${base}?response_type=code&${id}&redirect_uri=https://crm.example.com/rc?tenant=7&step=2&${state}&${pkce}`,
    ...certain(['LINT-021', 'LINT-006'], /step|encode/),
  },
  {
    id: 'authorize-redirect-own-scheme',
    paste: `${base}?response_type=code&${id}&redirect_uri=${encoded('myphone://callback')}&${state}&${pkce}`,
    ...certain(['LINT-022', 'LINT-019'], /dot|scheme|reverse/),
  },
  {
    id: 'authorize-redirect-javascript',
    paste: `${base}?response_type=code&${id}&redirect_uri=javascript%3Aalert(1)&${state}&${pkce}`,
    ...certain(['LINT-023', 'LINT-016', 'OAU-109'], /scheme|javascript/),
  },
  {
    id: 'authorize-redirect-wildcard',
    paste: `${base}?response_type=code&${id}&redirect_uri=https%3A%2F%2F*.example.com%2Fcallback&${state}&${pkce}`,
    ...certain(['LINT-024', 'LINT-019', 'OAU-109'], /wildcard|\*/),
  },
  {
    id: 'authorize-no-state-no-pkce',
    paste: `${base}?response_type=code&${id}&${web}`,
    settings: webApp,
    ...certain(['LINT-030', 'LINT-040'], /state/),
  },
  {
    id: 'authorize-state-guessable',
    paste: `${base}?response_type=code&${id}&${web}&state=1`,
    settings: webApp,
    ...certain(['LINT-031', 'LINT-040'], /state/),
  },
  {
    id: 'authorize-state-readable',
    paste: `${base}?response_type=code&${id}&${web}&state=eyJ1c2VyIjoiMTAxIiwicmV0dXJuIjoiL2FkbWluIn0&${pkce}`,
    ...certain(['LINT-033'], /state/),
  },
  {
    id: 'authorize-page-without-challenge',
    paste: `${base}?response_type=code&${id}&${page}&${state}`,
    settings: pageApp,
    ...certain(['LINT-040', 'SANDBOX-PKCE-7', 'X13'], /code_challenge|PKCE/),
  },
  {
    id: 'authorize-challenge-method-plain',
    paste: `${base}?response_type=code&${id}&${page}&${state}&code_challenge=${challenge}&code_challenge_method=plain`,
    ...certain(['LINT-041'], /S256/),
  },
  {
    id: 'authorize-challenge-method-misspelt',
    paste: `${base}?response_type=code&${id}&${page}&${state}&code_challenge=${challenge}&code_challenge_method=SHA256`,
    ...certain(['LINT-042', 'SANDBOX-PKCE-6'], /S256/),
  },
  {
    id: 'authorize-challenge-misspelt',
    paste: `${base}?response_type=code&${id}&${page}&${state}&code_challange=${challenge}&code_challenge_method=S256`,
    ...certain(['LINT-043', 'LINT-006', 'SANDBOX-PKCE-8'], /code_challenge/),
  },
  {
    id: 'authorize-challenge-standard-base64',
    paste: `${base}?response_type=code&${id}&${page}&${state}&code_challenge=${encoded(wrongChallenge.standardBase64)}&code_challenge_method=S256`,
    ...certain(['LINT-044', 'LINT-045', 'SANDBOX-PKCE-5'], /base64url/),
  },
  {
    id: 'authorize-challenge-hexadecimal',
    paste: `${base}?response_type=code&${id}&${page}&${state}&code_challenge=${wrongChallenge.hexadecimal}&code_challenge_method=S256`,
    ...certain(['LINT-045', 'SANDBOX-PKCE-10'], /hex/),
  },
  {
    id: 'authorize-challenge-base64-of-hexadecimal',
    paste: `${base}?response_type=code&${id}&${page}&${state}&code_challenge=${wrongChallenge.base64OfHexadecimal}&code_challenge_method=S256`,
    ...certain(['LINT-045', 'SANDBOX-PKCE-10'], /hex|43|86/),
    source: 'ory/hydra#1572',
  },
  {
    id: 'authorize-challenge-is-the-verifier',
    paste: `${base}?response_type=code&${id}&${page}&${state}&code_challenge=${verifier}&code_challenge_method=S256

code_verifier=${verifier}`,
    secrets: [verifier],
    ...certain(['LINT-046', 'LINT-165', 'LINT-048'], /hash|S256|plain/),
  },
  {
    id: 'authorize-challenge-of-decoded-bytes',
    paste: `${base}?response_type=code&${id}&${page}&${state}&code_challenge=${wrongChallenge.ofDecodedBytes}&code_challenge_method=S256
verifier in sessionStorage: ${verifier}
token: {"error":"invalid_grant"}`,
    secrets: [verifier],
    ...certain(['LINT-048', 'LINT-165', 'SANDBOX-PKCE-2'], /decoded|bytes|text/),
  },
  {
    id: 'authorize-challenge-with-line-break',
    paste: `VERIFIER=${verifier}
CHALLENGE=$(echo $VERIFIER | openssl dgst -sha256 -binary | base64 | tr '+/' '-_' | tr -d '=')
${base}?response_type=code&${id}&${page}&${state}&code_challenge=${wrongChallenge.withLineBreak}&code_challenge_method=S256`,
    secrets: [verifier],
    ...certain(['LINT-048', 'LINT-165'], /line break|newline|echo|line feed/),
  },
  {
    id: 'authorize-challenge-of-the-specification',
    paste: `${base}?response_type=code&${id}&${page}&${state}&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256`,
    ...certain(['LINT-047'], /sample|example|RFC 7636|everyone|published/),
  },
  {
    id: 'authorize-verifier-in-address',
    paste: `${base}?response_type=code&${id}&${page}&${state}&${pkce}&code_verifier=${verifier}`,
    secrets: [verifier],
    ...certain(['LINT-049'], /verifier/),
  },
  {
    id: 'authorize-devtest-host',
    paste: `https://platform.devtest.ringcentral.com/restapi/oauth/authorize?response_type=code&${id}&${web}&${state}&${pkce}

browser: This site can’t be reached`,
    ...likely(['LINT-050', 'OAU-165', 'LINT-175'], /devtest|sandbox/),
  },
  {
    id: 'authorize-wrong-path',
    paste: `https://platform.ringcentral.com/oauth/authorize?response_type=code&${id}&${web}&${state}&${pkce}
404`,
    ...certain(['LINT-050', 'AGW-404', 'LINT-220'], /\/restapi\/oauth\/authorize/),
  },
  {
    id: 'authorize-amp-entities',
    paste: `<a href="${base}?response_type=code&amp;${id}&amp;redirect_uri=https%3A%2F%2Fapp.example.com%2Foauth%2Fcallback&amp;amp;${state}&amp;${pkce}">Sign in</a>`,
    ...likely(['LINT-004', 'LINT-006', 'LINT-030'], /&amp;|entit|amp/),
  },
  {
    id: 'authorize-redirect-twice',
    paste: `${base}?response_type=code&${id}&${web}&${state}&${pkce}&${web}`,
    ...certain(['LINT-005', 'OAU-111'], /redirect_uri/),
  },
  {
    id: 'authorize-token-in-address',
    paste: `${base}?response_type=code&${id}&${web}&${state}&${pkce}&access_token=${accessToken}`,
    secrets: [accessToken],
    ...certain(['LINT-0A2', 'LINT-006'], /token/),
  },
]);
