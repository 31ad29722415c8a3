export type SourceParts =
  | { kind: 'file'; repository: string; revision: string; path: string }
  | { kind: 'commit'; repository: string; revision: string }
  | { kind: 'rfc'; number: number }
  | { kind: 'page'; href: string };

export function partsOf(href: string): SourceParts;
