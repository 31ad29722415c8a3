import type { AppSettings } from '#app-settings/app.ts';
import type { Shown } from '../hide/shown.ts';

/**
 * What a page asks of the reader of pastes, which may stand in a worker. `id` is the page's own: each
 * answer carries that of its question, so that a late one can be told from the one that is waited for.
 */
export type Ask =
  /**
   * What was pasted, or what stands in the box after typing. Labels of the reading before it, which
   * the box shows, are read as what they stand for.
   */
  | { kind: 'read'; id: number; text: string; settings?: AppSettings | undefined }
  | { kind: 'read file'; id: number; file: Blob; name: string; settings?: AppSettings | undefined }
  /** The paste that was read last, beside other settings. */
  | { kind: 'judge again'; id: number; settings?: AppSettings | undefined }
  /** Stops the question of that id; what was read before stays. */
  | { kind: 'cancel'; id: number }
  /** Drops everything: the next ticket. */
  | { kind: 'forget' };

/** Why nothing is shown. */
export type FailedReason =
  /** Nothing but white space. */
  | 'empty'
  /** Octets that are no text. */
  | 'binary'
  | 'picture'
  /** Larger than a file that is read. */
  | 'too large'
  /** A HAR without a request that can be read. */
  | 'unknown file'
  /** More different secrets than are looked for: nothing of it can be shown. */
  | 'too many secrets'
  | 'cancelled'
  /** There is no paste that could be judged again. */
  | 'forgotten'
  /** A fault of ours; the message says which. */
  | 'fault';

/** What the reader answers. */
export type Told =
  /** Octets that were read of a file, and how many there are. */
  | { kind: 'progress'; id: number; read: number; of: number }
  | { kind: 'shown'; id: number; shown: Shown }
  /** `message` is a sentence for the reader of the page. */
  | { kind: 'failed'; id: number; reason: FailedReason; message: string };
