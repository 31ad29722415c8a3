import type { DiagnosisRule } from '../../rule.ts';

/**
 * What a pasted request shows before any server answers it, in the order in which they are asked;
 * each may say something. What is asked of every exchange, pasted or not, stands in `rules/`.
 */
export const requestRules: readonly DiagnosisRule[] = [];
