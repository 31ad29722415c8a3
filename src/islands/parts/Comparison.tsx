import type { JSX } from 'preact';
import type { ComparisonRow, Segment } from '#diagnosis/finding.ts';
import { Check } from './Verdict.tsx';
import './comparison.css';

function Compared({ segments }: { segments: readonly Segment[] }): JSX.Element {
  return (
    <>
      {segments.map((segment, index) =>
        segment.tone === 'plain' ? (
          segment.text
        ) : (
          <b key={index} class={segment.text === '' ? 'pg-gap' : `pg-${segment.tone}`}>
            {segment.text === ''
              ? index === segments.length - 1
                ? 'end'
                : 'nothing'
              : segment.text}
          </b>
        ),
      )}
    </>
  );
}

function Row({ row }: { row: ComparisonRow }): JSX.Element {
  return (
    <tr>
      <th scope="row">
        <span class="pg-label-text">{row.label}</span>
        {row.verdict ? (
          <Check kind={row.verdict === 'same' ? 'allowed' : 'refused'}>{row.verdict}</Check>
        ) : null}
      </th>
      <td>
        <code>
          {row.maker ? (
            <mark class="pg-value" data-actor={row.maker}>
              <Compared segments={row.segments} />
            </mark>
          ) : (
            <Compared segments={row.segments} />
          )}
        </code>
      </td>
    </tr>
  );
}

/** The texts that a finding compares, the character that differs boxed; nothing where it compares none. */
export function Comparison({ rows }: { rows: readonly ComparisonRow[] }): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <table class="pg-comparison">
      <tbody>
        {rows.map((row) => (
          <Row key={row.label} row={row} />
        ))}
      </tbody>
    </table>
  );
}
