import type { Draft } from '../model/draft.ts';

/** What every field of the form takes. */
export interface FieldProps {
  draft: Draft;
  edit: (change: Partial<Draft>) => void;
}
