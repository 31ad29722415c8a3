import type { Basis } from './rule.ts';

/** How sure a statement is, before the source that it rests on. */
export const basisWords: Record<Basis, string> = {
  stated: 'Stated',
  observed: 'Observed',
  inferred: 'Inferred',
  sandbox: 'The sandbox’s own',
};
