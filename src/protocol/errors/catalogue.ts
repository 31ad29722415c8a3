import { apiWords } from './api-words.ts';
import { authorizeWords } from './authorize-words.ts';
import { clientWords } from './client-words.ts';
import { type ErrorCode, wireError } from './codes.ts';
import type { CatalogueEntry, ErrorWords } from './entry.ts';
import { grantWords } from './grant-words.ts';
import { jwtWords } from './jwt-words.ts';
import { limitWords } from './limit-words.ts';
import { pkceWords } from './pkce-words.ts';
import { requestWords } from './request-words.ts';
import { userWords } from './user-words.ts';

export { type ErrorCode, errorCodes, isErrorCode } from './codes.ts';
export type { Basis, CatalogueEntry } from './entry.ts';

const byFamily = {
  request: requestWords,
  client: clientWords,
  authorize: authorizeWords,
  grant: grantWords,
  jwt: jwtWords,
  pkce: pkceWords,
  user: userWords,
  api: apiWords,
  limit: limitWords,
};

export type ErrorFamily = keyof typeof byFamily;

const words: Record<ErrorCode, ErrorWords> = {
  ...requestWords,
  ...clientWords,
  ...authorizeWords,
  ...grantWords,
  ...jwtWords,
  ...pkceWords,
  ...userWords,
  ...apiWords,
  ...limitWords,
};

/**
 * One entry of the catalogue of errors: what the sandbox answers, with the words
 * of the reference page, the guides and the diagnoser.
 */
export function errorEntry(code: ErrorCode): CatalogueEntry {
  return { ...wireError(code), ...words[code] };
}

/** The family that a code belongs to, for the reference page's groups. */
export function errorFamily(code: ErrorCode): ErrorFamily {
  const found = (Object.keys(byFamily) as ErrorFamily[]).find((name) =>
    Object.hasOwn(byFamily[name], code),
  );
  if (!found) throw new Error(`No family has ${code}`);
  return found;
}
