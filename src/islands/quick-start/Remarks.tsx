import type { ProgramPart, Remark, RemarkKind } from '#diagnosis/watch/index.ts';
import type { JSX } from 'preact';
import { Prose } from '#islands/parts/Prose.tsx';
import { Verdict, type VerdictKind } from '#islands/parts/Verdict.tsx';

const shapes: Record<RemarkKind, { kind: VerdictKind; label: string }> = {
  well: { kind: 'allowed', label: 'Done well:' },
  production: { kind: 'warning', label: 'Before production:' },
  wrong: { kind: 'refused', label: 'Wrong:' },
  note: { kind: 'unknown', label: 'Note:' },
};

/** The anchor of the lines of the program that do this part. */
export const anchorOf = (part: ProgramPart): string => `lines-${part.replaceAll(' ', '-')}`;

/** What one request shows, a line each, with the way to mend it in the reader's language. */
export function Remarks({ remarks }: { remarks: readonly Remark[] }): JSX.Element | null {
  if (remarks.length === 0) return null;
  return (
    <ul class="qs-remarks">
      {remarks.map((remark) => {
        const { kind, label } = shapes[remark.kind];
        return (
          <li key={`${remark.id}-${remark.words}`} data-kind={remark.kind}>
            <Verdict kind={kind} label={label} size={14} />
            <span>
              <Prose text={remark.words} />
              {remark.fix ? (
                <>
                  {' '}
                  <Prose text={remark.fix} />
                </>
              ) : null}
              {remark.part && remark.kind !== 'well' ? (
                <>
                  {' '}
                  <a href={`#${anchorOf(remark.part)}`}>Show the lines</a>
                </>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
