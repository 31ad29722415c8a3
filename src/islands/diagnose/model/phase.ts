import type { Shown } from '#diagnosis/hide/shown.ts';

/** What stands on the page. */
export type Phase =
  | { kind: 'empty' }
  /** `part` from 0 to 1; undefined while nothing is known of it. */
  | { kind: 'reading'; part: number | undefined }
  | { kind: 'shown'; shown: Shown };
