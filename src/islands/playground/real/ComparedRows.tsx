import type { JSX } from 'preact';
import { type AnswerRow, differences } from '#diagnosis/compare/answers.ts';
import { assumedWords, memberWords, pathWords } from '#diagnosis/compare/issue.ts';
import { CopyText } from '#islands/parts/CopyText.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { Compared } from './compare.ts';

const verdicts = {
  same: 'same',
  differs: 'differs',
  'only-here': 'server only',
  'only-there': 'sandbox only',
} as const;

function Rows({ rows, server }: { rows: readonly AnswerRow[]; server: string }): JSX.Element {
  return (
    <div
      class="rl-scroll"
      role="region"
      aria-label={`The answer of ${server} beside the sandbox’s`}
      tabIndex={0}
    >
      <table class="rl-table">
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">{server}</th>
            <th scope="col">Sandbox</th>
            <th scope="col">
              <span class="sr-only">Verdict</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.path} data-verdict={row.verdict}>
              <th scope="row">
                <code>{pathWords(row)}</code>
              </th>
              <td>{memberWords(row.here)}</td>
              <td>{memberWords(row.there)}</td>
              <td class="rl-verdict">
                <Verdict kind={row.verdict === 'same' ? 'allowed' : 'warning'} />
                {verdicts[row.verdict]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What differs first, what is the same folded, then what the comparison rests on and the issue. */
export function ComparedRows({
  compared,
  server,
  announce,
}: {
  compared: Extract<Compared, { kind: 'compared' }>;
  server: string;
  announce: (message: string) => void;
}): JSX.Element {
  const { asked, comparison, issue } = compared;
  const { rows, unread } = comparison;
  const other = differences(rows);
  const same = rows.filter(({ verdict }) => verdict === 'same');
  const assumed = assumedWords(asked);
  return (
    <>
      {other.length > 0 ? (
        <Rows rows={other} server={server} />
      ) : (
        <p class="pg-strip">
          <Verdict kind="allowed" />
          <span>No difference: the sandbox answers the same request in the same way.</span>
        </p>
      )}
      {same.length > 0 ? (
        <details class="rl-more">
          <summary>
            {same.length === 1 ? '1 place is' : `${same.length} places are`} the same
          </summary>
          <Rows rows={same} server={server} />
        </details>
      ) : null}
      <p class="pg-note">
        {assumed === '' ? '' : `${assumed} `}
        {asked.replaced.length > 0
          ? `The sandbox got values of its own for ${asked.replaced.join(', ')}. `
          : ''}
        This page compares the values of a successful answer by type and does not show them.
        {unread.length > 0
          ? ` A page cannot read every header of another server; the server may have sent these: ${unread.join(', ')}.`
          : ''}
      </p>
      {other.length > 0 ? (
        <details class="rl-more">
          <summary>Copy as an issue</summary>
          <p class="pg-note">
            This is the whole text: member names, types, codes and texts, without ids, names, tokens
            or anything that you sent. Read it before you pass it on.
          </p>
          <pre class="pg-code rl-issue" tabIndex={0}>
            <code>{issue}</code>
          </pre>
          <CopyText text={issue} label="Copy the issue" small announce={announce} />
        </details>
      ) : null}
    </>
  );
}
