import type { JSX } from 'preact';
import type { ComparisonRow, Explanation, Segment } from '../model/explain/explanation.ts';
import type { Playground } from '../model/types.ts';
import { Prose } from '#islands/parts/Prose.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';

function Compared({ segments }: { segments: readonly Segment[] }): JSX.Element {
  return (
    <>
      {segments.map((segment, index) =>
        segment.tone === 'plain' ? (
          segment.text
        ) : (
          <b key={index} class={`pg-${segment.tone}`}>
            {segment.text}
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

/** A refusal, told where it happened: the comparison that proves it, and one button that puts it right. */
export function ExplanationCard({
  explanation,
  playground,
  level,
}: {
  explanation: Explanation;
  playground: Playground;
  level: 'h3' | 'h4';
}): JSX.Element {
  const Heading = level;
  const decides = playground.next.value === undefined;
  const { title, certainty, sentences, comparison, alsoTried, fixes, about } = explanation;
  return (
    <section class="pg-explanation" aria-label="What happened">
      <div class="pg-explanation-head">
        <Heading>{title}</Heading>
        <span class="pg-certainty">{certainty}</span>
      </div>
      {sentences.map((sentence) => (
        <p key={sentence}>
          <Prose text={sentence} />
        </p>
      ))}
      {comparison.length > 0 ? (
        <table class="pg-comparison">
          <tbody>
            {comparison.map((row) => (
              <Row key={row.label} row={row} />
            ))}
          </tbody>
        </table>
      ) : null}
      {alsoTried.length > 0 ? (
        <p class="pg-note">Also tried, no match: {alsoTried.join(', ')}.</p>
      ) : null}
      {fixes.length > 0 || about ? (
        <div class="pg-buttons">
          {fixes.map((fix, index) => (
            <button
              key={fix.label}
              type="button"
              class={index === 0 && decides ? 'pg-button pg-button-primary' : 'pg-button'}
              aria-disabled={playground.busy.value || undefined}
              onClick={() => {
                if (!playground.busy.value) void playground.apply(fix.action);
              }}
            >
              {fix.label}
            </button>
          ))}
          {about ? (
            <a class="pg-link" href={about.href}>
              {about.label}
            </a>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
