import type { Exchange } from '#protocol/exchange.ts';
import type { JSX } from 'preact';
import type { StepView } from './model/types.ts';
import type { Values } from './model/values.ts';
import { Hop } from '#islands/parts/Hop.tsx';

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

/** Every request of this run in its order; a row opens the step it belongs to. */
export function Transcript({
  values,
  steps,
  onOpen,
  level,
}: {
  values: Values;
  steps: readonly StepView[];
  onOpen: (step: string) => void;
  level: 'h2' | 'h3';
}): JSX.Element {
  const { exchanges } = values.transcript.value;
  const Heading = level;
  return (
    <section class="pg-panel pg-transcript" aria-label="Transcript">
      <div class="pg-section-head">
        <Heading>Transcript</Heading>
        <span class="pg-note">
          {exchanges.length === 1 ? '1 request' : `${exchanges.length} requests`}
        </span>
      </div>
      {exchanges.length === 0 ? (
        <p class="pg-note">Nothing sent yet. Each request appears here with its answer.</p>
      ) : (
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
      )}
    </section>
  );
}
