import type { Explain } from '#diagnosis/watch/index.ts';
import { errorEntry, isErrorCode } from '#protocol/errors/catalogue.ts';

/** Cause and fix of a code, from the catalogue. Loaded late: it is the largest part of the page. */
export const explain: Explain = (code) => (isErrorCode(code) ? errorEntry(code) : undefined);
