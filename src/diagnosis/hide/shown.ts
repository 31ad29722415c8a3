import type { Exchange } from '#protocol/exchange.ts';
import type { Finding, Range } from '../finding.ts';
import type { Form, HarSummary, Unknown } from '../recognise/known-parts.ts';
import type { Repair } from '../recognise/repair.ts';

/** What was hidden: `secret` names a kind on the wire, such as `client_secret`; `person` is of a person. */
export interface Removed {
  of: 'secret' | 'person' | 'body';
  /** `client_secret`, `access_token`, `cookie`, `phone number`, `e-mail address`, `IP address`, `answer of the API`. */
  kind: string;
  /**
   * What stands in its place, as `protocol/mask` writes it: `masked-phone_number-1-12chars`. The same
   * value has the same label throughout; `readMask` tells kind, number and length.
   */
  label: string;
  /** What it is made of, as it stands in a sentence: "letters and digits"; of a body nothing is said. */
  madeOf?: string;
  /** How often it stood there. */
  count: number;
}

/** One piece as it may be shown. */
export interface ShownPiece {
  form: Form;
  range: Range;
  exchange?: Exchange;
  unknown: readonly Unknown[];
  codes: readonly string[];
  message?: string;
}

/**
 * What a view, a link and a report may have of a paste: nothing secret and nobody's number is in
 * it. Ranges are those of `text`, which is the masked one.
 */
export interface Shown {
  text: string;
  repairs: Repair[];
  isCut: boolean;
  pieces: ShownPiece[];
  /** Of a HAR: how many requests it had, how many are shown, where it was cut. */
  har?: HarSummary;
  findings: Finding[];
  removed: Removed[];
  /** Numbers and addresses of persons by label, for *Show people* in the view alone. */
  people: Readonly<Record<string, string>>;
}
