import type { Exchange } from '#protocol/exchange.ts';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Hop } from '#islands/parts/Hop.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { late } from '#islands/parts/late.tsx';
import type { Playground } from '../model/playground.ts';
import type { TakeAlongProps } from './TakeAlong.tsx';

/** What writes files and links, with the press that asks for it. */
const LateTakeAlong = late<TakeAlongProps>(
  async () => (await import('./TakeAlong.tsx')).TakeAlong,
  {
    waiting: () => <p class="pg-note">One moment…</p>,
    failed: (_, again) => (
      <p class="pg-note">
        This part did not load.{' '}
        <button type="button" class="pg-button pg-button-small" onClick={again}>
          Try again
        </button>
      </p>
    ),
  },
);

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

/** Every request of this run in its order, and the ways in which they leave. */
export function Rows({ playground }: { playground: Playground }): JSX.Element {
  const { exchanges } = playground.values.transcript.value;
  const isOpen = useSignal(false);
  return (
    <>
      <ol>
        {exchanges.map((exchange) => {
          const step = playground.steps.value.find(({ id }) => id === exchange.step);
          return (
            <Row
              key={exchange.id}
              exchange={exchange}
              {...(step ? { onOpen: () => playground.openStep(step.id) } : {})}
            />
          );
        })}
      </ol>
      <button
        type="button"
        class="pg-fold pg-take-fold"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <Icon name="chevron" />
        <span>Save it: HAR, Markdown, case link</span>
      </button>
      {isOpen.value ? <LateTakeAlong playground={playground} /> : null}
    </>
  );
}
