import type { AppSettings } from '#app-settings/app.ts';
import type { Shown } from '#diagnosis/hide/shown.ts';
import type { FailedReason } from '#diagnosis/read/messages.ts';

export type Outcome =
  | { kind: 'shown'; shown: Shown }
  /** `message` is a sentence for the reader of the page. */
  | { kind: 'failed'; reason: FailedReason; message: string };

/** What is read: a text, or a file whose text never reaches the page. */
export type Pasted = { text: string } | { file: Blob; name: string };

/** Reads and diagnoses what was pasted, where the page does not see it. */
export interface Reader {
  /**
   * @param onProgress the part of a file that was read, from 0 to 1
   * @returns `cancelled` where something else was asked for, or all was forgotten, meanwhile
   */
  read(
    pasted: Pasted,
    settings: AppSettings | undefined,
    onProgress?: (part: number) => void,
  ): Promise<Outcome>;
  /** Diagnoses once more what was read, beside other settings. */
  again(settings: AppSettings | undefined): Promise<Outcome>;
  /** Makes ready to read, so that the first paste does not wait. */
  warm(): void;
  /** Forgets everything, and what is being read too. */
  forget(): void;
}
