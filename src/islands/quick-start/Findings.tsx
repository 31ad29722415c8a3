import {
  certaintyOf,
  type Finding,
  type FindingKind,
  type ProgramPart,
} from '#diagnosis/finding.ts';
import type { JSX } from 'preact';
import { Prose } from '#islands/parts/Prose.tsx';
import { Verdict, type VerdictKind } from '#islands/parts/Verdict.tsx';

const shapes: Record<FindingKind, { kind: VerdictKind; label: string }> = {
  well: { kind: 'allowed', label: 'Done well:' },
  risk: { kind: 'warning', label: 'Before production:' },
  wrong: { kind: 'refused', label: 'Wrong:' },
  note: { kind: 'unknown', label: 'Note:' },
};

/** The anchor of the lines of the program that do this part. */
export const anchorOf = (part: ProgramPart): string => `lines-${part.replaceAll(' ', '-')}`;

/** What one request shows, a line each, with the way to mend it in the reader's language. */
export function Findings({ findings }: { findings: readonly Finding[] }): JSX.Element | null {
  if (findings.length === 0) return null;
  return (
    <ul class="qs-findings">
      {findings.map((found) => {
        const { kind, label } = shapes[found.kind];
        const certainty = certaintyOf(found);
        const more = found.kind === 'well' ? '' : [found.why, found.fix].filter(Boolean).join(' ');
        return (
          <li key={`${found.id}-${found.title}`} data-kind={found.kind}>
            <Verdict kind={kind} label={label} size={14} />
            <span>
              <Prose
                text={
                  /[.!?]$/.test(found.title) || found.kind === 'well' || found.kind === 'note'
                    ? found.title
                    : `${found.title}.`
                }
              />
              {found.code === undefined ? null : (
                <>
                  {' '}
                  <code>{found.code}</code>
                </>
              )}
              {certainty === 'certain' ? null : ` (${certainty})`}
              {more === '' ? null : (
                <>
                  {' '}
                  <Prose text={more} />
                </>
              )}
              {found.part && found.kind !== 'well' ? (
                <>
                  {' '}
                  <a href={`#${anchorOf(found.part)}`}>Show the lines</a>
                </>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
