import type { AppView } from '#islands/sandbox-api/sandbox-api.ts';
import type { AppDraft, FieldProblems } from '../model/app-draft.ts';

export interface FieldProps {
  draft: AppDraft;
  edit: (changes: Partial<AppDraft>) => void;
  problems: FieldProblems;
  /** The app that is edited; absent while one is created. */
  app?: AppView;
}
