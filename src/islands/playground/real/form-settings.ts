import type { AppSettings } from '#app-settings/app.ts';
import { settingsIn, storedFormKey, storedFormSchema } from '#islands/app-form/draft.ts';
import type { TextStorage } from '#islands/storage/storage.ts';
import { createStored } from '#islands/storage/stored.ts';

/** The settings that the reader entered into the checker's form in this tab; undefined where none were. */
export function formSettings(storage: TextStorage | undefined): AppSettings | undefined {
  const read = createStored(storage, storedFormKey, storedFormSchema).read();
  if (read.kind !== 'value') return undefined;
  const { draft } = read.value;
  return settingsIn(draft.page === 'classic' ? 'classic' : 'current', draft);
}
