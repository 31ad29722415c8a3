import { pathOf } from '#diagnosis/watch/request-parts.ts';
import type { Remark } from '#diagnosis/watch/index.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { JSX } from 'preact';
import { clockTime } from '#islands/parts/clock-time.ts';
import { Hop } from '#islands/parts/Hop.tsx';
import { memo } from '#islands/parts/memo.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { strangerWords } from '#islands/sandbox-events/stranger.ts';
import { Remarks } from './Remarks.tsx';

const nothing: readonly Remark[] = [];

function Row({
  exchange,
  remarks = nothing,
  past = false,
}: {
  exchange: Exchange;
  remarks?: readonly Remark[];
  past?: boolean;
}): JSX.Element {
  const stranger = strangerWords(exchange);
  const status = exchange.response?.status;
  const bad = status === undefined || status >= 400;
  return (
    <li
      class="qs-row"
      id={`request-${exchange.id}`}
      data-past={past || undefined}
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
      {stranger ? <p class="qs-stranger">{stranger}</p> : null}
      <Remarks remarks={remarks} />
    </li>
  );
}

/**
 * One request as it arrived, with what is right and wrong about it.
 *
 * @param props.past it came before the page was opened
 */
export const RequestRow = memo(Row);
