import { type ErrorCode, errorEntry } from '#protocol/errors/catalogue.ts';
import { isPublic, seenOf } from '#protocol/errors/seen/seen.ts';

/** The text that stands beside a code. */
export interface WireText {
  text: string;
  /** Nobody has shown RingCentral’s text of this code: this one is the sandbox’s own. */
  isOwn: boolean;
}

/** What a code says on the wire, and whether RingCentral was ever seen to say it. */
export function wireText(code: ErrorCode): WireText {
  return {
    text: errorEntry(code).message,
    isOwn: isPublic(code) && seenOf(code).sightings.length === 0,
  };
}
