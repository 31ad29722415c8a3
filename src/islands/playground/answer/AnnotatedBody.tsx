import type { JSX } from 'preact';
import { tint, type KnownValue } from '#islands/parts/tint.ts';
import { Tinted } from '#islands/parts/Tinted.tsx';
import { annotateJson, type JsonLine } from './annotate-json.ts';

function Line({ line, known }: { line: JsonLine; known: readonly KnownValue[] }): JSX.Element {
  const maker =
    line.kind === 'string' ? tint(line.text, known).find((part) => part.maker)?.maker : undefined;
  return (
    <li
      class="pg-json-line"
      data-depth={Math.min(line.depth, 6)}
      data-actor={maker}
      data-lit={maker ? true : undefined}
    >
      <code class="pg-json-code">
        {line.member === undefined ? null : (
          <>
            <b>{JSON.stringify(line.member)}</b>
            {': '}
          </>
        )}
        <span class={`pg-json-${line.kind}`}>
          <Tinted text={line.text} known={known} />
        </span>
      </code>
      <span class="pg-json-note">{line.note}</span>
    </li>
  );
}

/** A body beside its notes, one a line; what is not JSON stands as it came. */
export function AnnotatedBody({
  body,
  notes,
  known,
}: {
  body: string;
  notes: Readonly<Record<string, string>>;
  known: readonly KnownValue[];
}): JSX.Element {
  if (body === '')
    return <p class="pg-note pg-empty">The body is empty. The status is the whole answer.</p>;
  const lines = annotateJson(body, notes);
  if (!lines) {
    return (
      <pre class="pg-code">
        <code>
          <Tinted text={body} known={known} />
        </code>
      </pre>
    );
  }
  return (
    <ol class="pg-json">
      {lines.map((line, index) => (
        <Line key={index} line={line} known={known} />
      ))}
    </ol>
  );
}
