import { authorizationCode } from './authorization-code.ts';
import type { Grant } from './grant.ts';
import { jwtBearer, jwtBearerType } from './jwt-bearer.ts';
import { password } from './password.ts';
import { refreshToken } from './refresh-token.ts';

/** The grants of this server by `grant_type`; case counts (AS-097). */
export const grants: ReadonlyMap<string, Grant> = new Map<string, Grant>([
  ['authorization_code', authorizationCode],
  ['refresh_token', refreshToken],
  ['password', password],
  [jwtBearerType, jwtBearer],
]);
