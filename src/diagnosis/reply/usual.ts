import type { Claim, Finding } from '../finding.ts';

/**
 * The usual cause of a code, where the finding knows no better reason: the code says what is wrong,
 * and what lies behind it is likely at most.
 *
 * @returns the claim that the reason begins with
 */
export const usualCause = ({ claims, why }: Finding): Claim | undefined =>
  claims.slice(1).find(({ text }) => why.startsWith(text));

/** The reason of a code that has no usual cause. */
export const saysSo = (code: string): string => `The server says so by its code ${code}.`;
