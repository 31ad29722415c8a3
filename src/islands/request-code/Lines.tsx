import type { Actor } from '#protocol/actors.ts';
import { Fragment, type JSX } from 'preact';
import type { KnownValue } from '#islands/parts/tint.ts';
import { Tinted } from '#islands/parts/Tinted.tsx';

/** A long address breaks before a parameter first. */
function Breakable({ text, known }: { text: string; known: readonly KnownValue[] }): JSX.Element {
  return (
    <>
      {text.split(/(?=[?&])/).map((part, index) => (
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          <Tinted text={part} known={known} />
        </Fragment>
      ))}
    </>
  );
}

/** A text line by line, each known value in its maker's colour. */
export function Lines({
  lines,
  known,
  method,
}: {
  lines: readonly string[];
  known: readonly KnownValue[];
  method?: { name: string; from: Actor };
}): JSX.Element {
  return (
    <pre class="pg-code">
      <code>
        {lines.map((line, index) => (
          <span key={index} class="pg-code-line">
            {method && index === 0 && line.startsWith(method.name) ? (
              <>
                <b class="pg-method" data-actor={method.from}>
                  {method.name}
                </b>
                <b>{line.slice(method.name.length)}</b>
              </>
            ) : (
              <Breakable text={line} known={known} />
            )}
            {'\n'}
          </span>
        ))}
      </code>
    </pre>
  );
}
