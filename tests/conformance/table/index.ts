import { authorizeAnswers } from './authorize-answers.ts';
import { authorizeRouting } from './authorize-routing.ts';
import { authorizeWishes } from './authorize-wishes.ts';
import { clientAuthentication } from './client-authentication.ts';
import { clientCredentialsGrant } from './client-credentials.ts';
import { codeGrant } from './code-grant.ts';
import { grantParameters } from './grant-parameters.ts';
import { implicitGrant } from './implicit.ts';
import { jwtGrant } from './jwt-bearer.ts';
import { metadataAndCors } from './metadata.ts';
import { passwordGrant } from './password-grant.ts';
import { pkce } from './pkce.ts';
import { rateLimit } from './rate-limit.ts';
import { refreshGrant } from './refresh-grant.ts';
import { registration } from './registration.ts';
import { resource } from './resource.ts';
import { revocation } from './revoke.ts';
import { token } from './token.ts';
import { transport } from './transport.ts';
import type { Row } from './row.ts';
import { withToday } from './today.ts';

const sections: Readonly<Record<string, readonly Row[]>> = {
  'All endpoints': transport,
  Registration: registration,
  'Authorize: what can be trusted': authorizeRouting,
  'Authorize: what is answered': authorizeAnswers,
  'Authorize: what is asked of its pages': authorizeWishes,
  PKCE: pkce,
  Implicit: implicitGrant,
  Token: token,
  'Client authentication': clientAuthentication,
  'Authorization code': codeGrant,
  Password: passwordGrant,
  'Refresh token': refreshGrant,
  'Client credentials': clientCredentialsGrant,
  'JWT bearer': jwtGrant,
  'Parameters of each grant': grantParameters,
  'Rate limit': rateLimit,
  Revocation: revocation,
  'Protected resource': resource,
  'Metadata and CORS': metadataAndCors,
};

/** Every row, by the section of the rules that it belongs to. */
export const table: Readonly<Record<string, readonly Row[]>> = Object.fromEntries(
  Object.entries(sections).map(([section, rows]) => [section, rows.map(withToday)]),
);
