import { authorizeWords } from '#protocol/errors/authorize-words.ts';
import type { ErrorCode } from '#protocol/errors/codes.ts';
import type { ErrorWords } from '#protocol/errors/entry.ts';
import { limitWords } from '#protocol/errors/limit-words.ts';
import { requestWords } from '#protocol/errors/request-words.ts';

/**
 * The words of the families whose errors a page of the sandbox may show: what is
 * wrong before the redirect URI is trusted. All else goes to the app, and its
 * words to the site's pages alone, so that a worker does not carry them.
 */
export const pageWords: Partial<Record<ErrorCode, ErrorWords>> = {
  ...requestWords,
  ...authorizeWords,
  ...limitWords,
};
