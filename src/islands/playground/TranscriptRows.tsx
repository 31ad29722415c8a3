import type { Exchange } from '#protocol/exchange.ts';
import type { JSX } from 'preact';
import type { StepView } from './model/types.ts';
import { Hop } from '#islands/parts/Hop.tsx';

export interface RowsProps {
  exchanges: readonly Exchange[];
  steps: readonly StepView[];
  onOpen: (step: string) => void;
}

/**
 * A path in two parts: where there is no room the first is cut, because the last tells requests
 * apart. Without the query and the fragment, which carry codes and tokens.
 */
function pathOf(exchange: Exchange): [start: string, end: string] {
  const path = exchange.request.url.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/, 1)[0] ?? '';
  const end = /\/[^/]*(\/~)?\/?$/.exec(path)?.index ?? 0;
  return [path.slice(0, end), path.slice(end)];
}

function Row({ exchange, onOpen }: { exchange: Exchange; onOpen?: () => void }): JSX.Element {
  const status = exchange.response?.status;
  const [start, end] = pathOf(exchange);
  const content = (
    <>
      <Hop from={exchange.from} to={exchange.to} bare />
      <code class="pg-transcript-path">
        <span>{exchange.request.method} </span>
        <span>{start}</span>
        <span>{end}</span>
      </code>
      <b class={status === undefined || status >= 400 ? 'pg-figures pg-bad' : 'pg-figures'}>
        {status ?? 'none'}
      </b>
      <span class="pg-figures pg-duration">
        {exchange.durationMs === undefined ? '' : `${Math.round(exchange.durationMs)} ms`}
      </span>
    </>
  );
  return (
    <li>
      {onOpen ? (
        <button type="button" class="pg-transcript-row" onClick={onOpen}>
          {content}
        </button>
      ) : (
        <span class="pg-transcript-row">{content}</span>
      )}
    </li>
  );
}

/** The requests, each in a line. */
export function TranscriptRows({ exchanges, steps, onOpen }: RowsProps): JSX.Element {
  return (
    <ol>
      {exchanges.map((exchange) => {
        const step = steps.find(({ id }) => id === exchange.step);
        return (
          <Row
            key={exchange.id}
            exchange={exchange}
            {...(step ? { onOpen: () => onOpen(step.id) } : {})}
          />
        );
      })}
    </ol>
  );
}
