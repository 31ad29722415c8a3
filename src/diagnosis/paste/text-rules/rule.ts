import { type Draft, finding, type Finding, type Range } from '../../finding.ts';

/** A stretch of the text that a rule speaks of. */
export interface Found {
  range: Range;
  /** The match's groups, the whole first. */
  groups: readonly string[];
}

/** The first place where a pattern fits. */
export function foundIn(text: string, pattern: RegExp): Found | undefined {
  const match = new RegExp(pattern, pattern.flags.replace('g', '')).exec(text);
  return match
    ? {
        range: { from: match.index, to: match.index + match[0].length },
        groups: [...match].map((group) => group ?? ''),
      }
    : undefined;
}

/** A finding of a stretch of the text, for the developer unless it says otherwise. */
export function saidOf(
  { range }: Pick<Found, 'range'>,
  parameter: string,
  draft: Omit<Draft, 'evidence'>,
): Finding {
  return finding({
    who: 'developer',
    evidence: [{ source: 'text', parameter, range }],
    ...draft,
  });
}
