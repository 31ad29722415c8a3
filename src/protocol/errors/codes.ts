import { apiCodes } from './api-codes.ts';
import { authorizeCodes } from './authorize-codes.ts';
import { clientCodes } from './client-codes.ts';
import type { WireError } from './entry.ts';
import { grantCodes } from './grant-codes.ts';
import { jwtCodes } from './jwt-codes.ts';
import { limitCodes } from './limit-codes.ts';
import { pkceCodes } from './pkce-codes.ts';
import { requestCodes } from './request-codes.ts';
import { userCodes } from './user-codes.ts';

export type { WireError } from './entry.ts';

/**
 * Every error as it goes on the wire: all that the sandbox needs to answer. The
 * words that explain them stand apart, so that a worker does not carry them.
 * Codes that begin with `SANDBOX-` are this sandbox's own, where no public code exists.
 */
const wireErrors = {
  ...requestCodes,
  ...clientCodes,
  ...authorizeCodes,
  ...grantCodes,
  ...jwtCodes,
  ...pkceCodes,
  ...userCodes,
  ...apiCodes,
  ...limitCodes,
};

export type ErrorCode = keyof typeof wireErrors;

export const errorCodes = Object.keys(wireErrors) as ErrorCode[];

/** Status, `error` and text of a code. */
export function wireError(code: ErrorCode): WireError {
  return wireErrors[code];
}

/** Whether a text, from anywhere, is a code of the catalogue. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(wireErrors, text);
}
