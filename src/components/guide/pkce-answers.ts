import { sources } from '#app-settings/sources.ts';
import { rfc } from '#flows/specs.ts';

interface Field {
  name: string;
  text: string;
  spec: { label: string; href: string };
}

const guide = (source: { href: string }, label: string) => ({ label, href: source.href });
const openApi = guide(sources.openApi, 'RingCentral’s API description');
const authCode = guide(sources.authCode, 'RingCentral’s guide');
const refresh = guide(sources.refreshTokens, 'RingCentral’s guide');

/** What the redirect brings back, in its query. */
export const redirectFields: Field[] = [
  {
    name: 'code',
    text: 'It represents the sign-in that just happened. It works once, only for your app and this redirect URI.',
    spec: rfc(6749, '4.1.2'),
  },
  {
    name: 'state',
    text: 'The value that you sent, unchanged. Compare it before you read anything else.',
    spec: rfc(6749, '4.1.2'),
  },
  {
    name: 'expires_in',
    text: 'The seconds that the code has left. RingCentral added it; its samples show `60`, and we have seen no other value.',
    spec: authCode,
  },
  {
    name: 'error',
    text: 'It comes instead of a code: `access_denied` if the user refuses, `invalid_request` or `unauthorized_client` if the request is wrong.',
    spec: rfc(6749, '4.1.2.1'),
  },
  {
    name: 'error_description',
    text: 'The same for a developer to read. Do not match on it.',
    spec: rfc(6749, '4.1.2.1'),
  },
];

/** What the token endpoint answers with 200. */
export const tokenFields: Field[] = [
  {
    name: 'access_token',
    text: 'Send it as a Bearer token with every API call. Only RingCentral reads its content: do not parse it.',
    spec: rfc(6749, '5.1'),
  },
  {
    name: 'token_type',
    text: 'Always `bearer`, in lower case in the answer, though the guide writes it with a capital. Ignore case when you compare it.',
    spec: openApi,
  },
  {
    name: 'expires_in',
    text: 'Seconds until the access token expires: usually 3600, which is also the most; 600 at least. You may ask for less with `access_token_ttl`.',
    spec: openApi,
  },
  {
    name: 'refresh_token',
    text: 'It gets the next pair, once. It is absent if “Issue refresh tokens” is off, or if you sent `refresh_token_ttl=0`.',
    spec: refresh,
  },
  {
    name: 'refresh_token_expires_in',
    text: 'Seconds until the refresh token expires: usually 604800, which is seven days.',
    spec: openApi,
  },
  {
    name: 'scope',
    text: 'The permissions that this token has, separated by spaces, in no fixed order.',
    spec: rfc(6749, '3.3'),
  },
  {
    name: 'owner_id',
    text: 'The id of the extension that signed in, as a text. The API writes the same id as a number.',
    spec: openApi,
  },
  {
    name: 'endpoint_id',
    text: 'Names this copy of your app. Send it back with the next sign-in to keep it.',
    spec: openApi,
  },
  {
    name: 'session_expires_in, session_expiration_time, session_idle_timeout',
    text: 'An administrator’s time limits for the session: the seconds left, the same as a date, and the seconds that it may be unused. RingCentral sends them only if the account has such a limit; the sandbox has none.',
    spec: openApi,
  },
  {
    name: 'session_id',
    text: 'The session that both tokens belong to. Revoking either ends it.',
    spec: openApi,
  },
];

/** What a refusal holds, at the token and revocation endpoints. */
export const errorFields: Field[] = [
  {
    name: 'error',
    text: 'The class of the error, from the RFC: `invalid_grant`, `invalid_client` and so on.',
    spec: rfc(6749, '5.2'),
  },
  {
    name: 'errors[].errorCode',
    text: 'RingCentral’s own code, such as `OAU-108`. Match only on this one.',
    spec: guide(sources.errors, 'RingCentral’s guide'),
  },
  {
    name: 'errors[].message, error_description',
    text: 'For a developer to read. The text follows the Accept-Language header, so do not match on it.',
    spec: guide(sources.errors, 'RingCentral’s guide'),
  },
];
