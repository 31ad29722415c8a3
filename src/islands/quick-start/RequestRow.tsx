import { pathOf } from '#diagnosis/watch/request-parts.ts';
import type { WatchedExchange } from '#diagnosis/watch/index.ts';
import type { JSX } from 'preact';
import { clockTime } from '#islands/parts/clock-time.ts';
import { Hop } from '#islands/parts/Hop.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { Remarks } from './Remarks.tsx';

/** One request as it arrived, with what is right and wrong about it. */
export function RequestRow({
  watched: { exchange, remarks },
  newest,
}: {
  watched: WatchedExchange;
  newest: boolean;
}): JSX.Element {
  const status = exchange.response?.status;
  const bad = status === undefined || status >= 400;
  return (
    <li
      class="qs-row"
      id={`request-${exchange.id}`}
      data-newest={newest || undefined}
      data-from={exchange.from}
      data-to={exchange.to}
    >
      <p class="qs-row-head">
        <Verdict kind={bad ? 'refused' : 'allowed'} label={bad ? 'Refused:' : 'Answered:'} />
        <code>
          {exchange.request.method} {pathOf(exchange)}
        </code>
        <b class={bad ? 'pg-figures pg-bad' : 'pg-figures'}>{status ?? 'none'}</b>
      </p>
      <p class="qs-row-hop">
        <Hop from={exchange.from} to={exchange.to} />
        <time class="pg-figures" dateTime={new Date(exchange.startedAt).toISOString()}>
          {clockTime(exchange.startedAt)}
        </time>
      </p>
      <Remarks remarks={remarks} />
    </li>
  );
}
