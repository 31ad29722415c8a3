import type { JSX } from 'preact';
import { certaintyOf, type ComparisonRow, type Finding, type Segment } from '#diagnosis/finding.ts';
import type { Playground } from '../model/playground.ts';
import { Prose } from '#islands/parts/Prose.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { RequestFold } from '../step/request-fold.ts';
import { leadingOffer, take } from './told.ts';

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
          <span class={`pg-check pg-check-${row.verdict === 'same' ? 'allowed' : 'refused'}`}>
            <Verdict kind={row.verdict === 'same' ? 'allowed' : 'refused'} />
            {row.verdict}
          </span>
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

/** What a finding says: why, what to do, what it does not know, and the comparison that proves it. */
export function FindingWords({ finding }: { finding: Finding }): JSX.Element {
  const { why, fix, lacks, comparison = [], excluded = [] } = finding;
  return (
    <>
      <dl class="pg-why">
        <Why term="Why" text={why} />
        {fix === undefined ? null : <Why term="Fix" text={fix} />}
        {lacks === undefined ? null : <Why term="Not known" text={lacks} />}
      </dl>
      {comparison.length > 0 ? (
        <table class="pg-comparison">
          <tbody>
            {comparison.map((row) => (
              <Row key={row.label} row={row} />
            ))}
          </tbody>
        </table>
      ) : null}
      {excluded.length > 0 ? (
        <p class="pg-note">
          Also tried, no match: {excluded.map(({ cause }) => cause).join(', ')}.
        </p>
      ) : null}
    </>
  );
}

/** A refusal, told where it happened: why, and the comparison that proves it. What puts it right is in the bar. */
export function FindingCard({
  finding,
  playground,
  fold,
  level,
}: {
  finding: Finding;
  playground: Playground;
  fold: RequestFold;
  level: 'h3' | 'h4';
}): JSX.Element {
  const Heading = level;
  const { title, sources } = finding;
  const leads = leadingOffer(playground);
  const actions = finding.actions.filter((offer) => offer !== leads);
  return (
    <section class="pg-finding" data-kind={finding.kind} aria-label="What happened">
      <div class="pg-finding-head">
        <Heading>
          <Prose text={title} />
        </Heading>
        <span class="pg-certainty">{certaintyOf(finding)}</span>
      </div>
      <FindingWords finding={finding} />
      {actions.length > 0 || sources.length > 0 ? (
        <div class="pg-buttons">
          {actions.map(({ label, action }) => (
            <button
              key={label}
              type="button"
              class="pg-button"
              aria-disabled={playground.request.busy.value || undefined}
              onClick={() => {
                if (!playground.request.busy.value) void take(playground, fold, action);
              }}
            >
              {label}
            </button>
          ))}
          {sources.map(({ label, href }) =>
            href === undefined ? (
              <span key={label} class="pg-note">
                {label}
              </span>
            ) : (
              <a key={label} class="pg-link" href={href}>
                {label}
              </a>
            ),
          )}
        </div>
      ) : null}
    </section>
  );
}

function Why({ term, text }: { term: string; text: string }): JSX.Element {
  return (
    <div>
      <dt>{term}</dt>{' '}
      <dd>
        <Prose text={text} />
      </dd>
    </div>
  );
}
