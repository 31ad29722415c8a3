/** How an error is known: a source says so, a recorded answer shows it, it is concluded, or this sandbox made it. */
export type Basis = 'stated' | 'observed' | 'inferred' | 'sandbox';

/** What a server needs to answer with an error. */
export interface WireError {
  /** HTTP status that the sandbox answers under `errorShape: ringcentral`. */
  status: number;
  /** The `error` member: a code of RFC 6749 or, for API codes, of RFC 6750. */
  error: string;
  /** The `error` member under `errorShape: rfc`, where RingCentral's differs. */
  rfcError?: string;
  /** The status under `errorShape: rfc`, where RingCentral's differs. */
  rfcStatus?: number;
  /** The top-level `errorCode` of an API answer, where it is not the code itself. */
  group?: string;
  /** The text on the wire. */
  message: string;
  /** Whole bodies of it were recorded, and none names a parameter. */
  namesNoParameter?: true;
  /** Its API envelope was recorded with an empty `errors`, and its media type without a charset. */
  isAlone?: true;
  /** The token endpoint was recorded to challenge with Bearer where the request used Basic. */
  challengesBearer?: true;
}

/** What a reader of an error needs. */
export interface ErrorWords {
  /** Which request gets it. */
  when: string;
  /** What usually lies behind it. */
  cause: string;
  /** What to do. */
  fix: string;
  basis: Basis;
  /** Where the code was read; for `sandbox`, the rule it stands for. */
  source: string;
}

/** One error of the catalogue, as data. */
export type CatalogueEntry = WireError & ErrorWords;

/** Keeps the literal codes of a family while checking each entry. */
export function codes<Code extends string>(
  entries: Record<Code, WireError>,
): Record<Code, WireError> {
  return entries;
}

/** The words of a family: of each of its codes, and of no other. */
export type WordsOf<Codes> = Record<keyof Codes, ErrorWords>;

/** Public texts that more than one entry was read in. */
export const sources = {
  guide: 'RingCentral developer guide, basics/errors',
  changelog39: 'RingCentral API changelog 1.0.39, May 2019',
  changelog41: 'RingCentral API changelog 1.0.41, December 2019',
  changelog42: 'RingCentral API changelog 1.0.42, February 2020',
  recorded: 'Answers recorded by public SDK tests in 2017',
  widgets: 'Source of ringcentral-js-widgets',
  community: 'RingCentral community threads',
  article117372: 'RingCentral community, article 117372',
  apiDocs33: 'An answer quoted in ringcentral-api-docs, pull request 33',
  issues: 'GitHub issues of RingCentral SDKs',
  probes: 'Live probes published by third parties in 2026',
} as const;
