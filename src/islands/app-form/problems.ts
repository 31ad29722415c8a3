import type { Draft } from './draft.ts';

/** The fields that say what is wrong with them. */
export type ProblemField = Extract<
  keyof Draft,
  'name' | 'audience' | 'platformType' | 'methods' | 'redirectUris' | 'scopes'
>;

/** What is wrong in the form, by field. */
export interface FieldProblems {
  fields: Partial<Record<ProblemField, string>>;
  /** Redirect URIs, by their line in the form, empty lines counted. */
  lines: Record<number, string>;
  /** What no field has. */
  other: string[];
  count: number;
}

export const noProblems: FieldProblems = { fields: {}, lines: {}, other: [], count: 0 };
