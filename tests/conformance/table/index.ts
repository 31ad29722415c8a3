import { authorizeAnswers } from './authorize-answers.ts';
import { authorizeRouting } from './authorize-routing.ts';
import { clientAuthentication } from './client-authentication.ts';
import { codeGrant } from './code-grant.ts';
import { metadataAndCors } from './metadata.ts';
import { pkce } from './pkce.ts';
import { refreshGrant } from './refresh-grant.ts';
import { registration } from './registration.ts';
import { resource } from './resource.ts';
import { revocation } from './revoke.ts';
import { token } from './token.ts';
import { transport } from './transport.ts';
import type { Row } from './row.ts';

/** Every row, by the section of the rules that it belongs to. */
export const table: Readonly<Record<string, readonly Row[]>> = {
  'All endpoints': transport,
  Registration: registration,
  'Authorize: what can be trusted': authorizeRouting,
  'Authorize: what is answered': authorizeAnswers,
  PKCE: pkce,
  Token: token,
  'Client authentication': clientAuthentication,
  'Authorization code': codeGrant,
  'Refresh token': refreshGrant,
  Revocation: revocation,
  'Protected resource': resource,
  'Metadata and CORS': metadataAndCors,
};
