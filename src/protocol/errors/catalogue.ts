import { apiErrors } from './api-errors.ts';
import { authorizeErrors } from './authorize-errors.ts';
import { clientErrors } from './client-errors.ts';
import type { CatalogueEntry } from './entry.ts';
import { grantErrors } from './grant-errors.ts';
import { jwtErrors } from './jwt-errors.ts';
import { limitErrors } from './limit-errors.ts';
import { pkceErrors } from './pkce-errors.ts';
import { requestErrors } from './request-errors.ts';
import { userErrors } from './user-errors.ts';

export type { Basis, CatalogueEntry } from './entry.ts';

const byFamily = {
  request: requestErrors,
  client: clientErrors,
  authorize: authorizeErrors,
  grant: grantErrors,
  jwt: jwtErrors,
  pkce: pkceErrors,
  user: userErrors,
  api: apiErrors,
  limit: limitErrors,
};

export type ErrorFamily = keyof typeof byFamily;

/**
 * The one catalogue of errors: the sandbox makes its envelopes from it, the
 * reference page its table, the diagnoser its causes and fixes. Codes that
 * begin with `SANDBOX-` are this sandbox's own, where no public code exists.
 */
export const catalogue = {
  ...requestErrors,
  ...clientErrors,
  ...authorizeErrors,
  ...grantErrors,
  ...jwtErrors,
  ...pkceErrors,
  ...userErrors,
  ...apiErrors,
  ...limitErrors,
} satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof catalogue;

export const errorCodes = Object.keys(catalogue) as ErrorCode[];

/** The entry of a code. */
export function errorEntry(code: ErrorCode): CatalogueEntry {
  return catalogue[code];
}

/** Whether a text, from anywhere, is a code of the catalogue. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(catalogue, text);
}

/** The family that a code belongs to, for the reference page's groups. */
export function errorFamily(code: ErrorCode): ErrorFamily {
  const found = (Object.keys(byFamily) as ErrorFamily[]).find((name) =>
    Object.hasOwn(byFamily[name], code),
  );
  if (!found) throw new Error(`No family has ${code}`);
  return found;
}
