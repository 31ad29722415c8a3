import type { Draft } from './draft.ts';
import type { FieldProblems } from './problems.ts';

/** What every field of an app's form takes. */
export interface FieldProps {
  draft: Draft;
  edit: (change: Partial<Draft>) => void;
  problems: FieldProblems;
}
