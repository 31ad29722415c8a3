import type { JSX } from 'preact';
import { Hop } from '#islands/parts/Hop.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { memo } from '#islands/parts/memo.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { clockTime } from '#islands/parts/clock-time.ts';
import { strangerWords } from '#islands/sandbox-events/stranger.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { faultOf } from '#protocol/sandbox-fault.ts';
import { faultTitle } from '#sandbox/faults/words.ts';
import { ExchangeDetail } from './ExchangeDetail.tsx';

/** Path and no query: the query is in the exchange, and a row is one line. */
export function pathOf(exchange: Exchange): string {
  return exchange.request.url.replace(/^[a-z]+:\/\/[^/]*/i, '').split('?')[0] ?? '';
}

function Row({
  exchange,
  open,
  onToggle,
  say,
}: {
  exchange: Exchange;
  open: boolean;
  onToggle: (id: string) => void;
  say: (words: string) => void;
}): JSX.Element {
  const { id, from, to, clientId, request, response, rule } = exchange;
  const fault = faultOf(exchange);
  const stranger = strangerWords(exchange);
  const refused = response === undefined || response.status >= 400;
  return (
    <li class="cs-request" data-from={from} data-to={to} data-open={open || undefined}>
      <button
        type="button"
        class="cs-request-row"
        aria-expanded={open}
        aria-controls={open ? `cs-exchange-${id}` : undefined}
        onClick={() => onToggle(id)}
      >
        <Verdict kind={response === undefined ? 'unknown' : refused ? 'refused' : 'allowed'} />
        <span class="pg-figures cs-request-time">{clockTime(exchange.startedAt)}</span>
        <Hop from={from} to={to} bare />
        <code class="cs-request-path">
          {request.method} {pathOf(exchange)}
        </code>
        <span class="cs-request-app">{clientId ?? 'no app named'}</span>
        {fault ? (
          <span class="cs-request-stranger">Fault on demand: {faultTitle(fault)}</span>
        ) : null}
        {stranger ? <span class="cs-request-stranger">{stranger}</span> : null}
        {rule && refused ? <span class="cs-request-rule">{rule}</span> : null}
        <b class={refused ? 'pg-figures cs-bad' : 'pg-figures'}>{response?.status ?? 'none'}</b>
        <Icon name="chevron" size={14} />
      </button>
      {open ? (
        <div id={`cs-exchange-${id}`}>
          <ExchangeDetail exchange={exchange} say={say} />
        </div>
      ) : null}
    </li>
  );
}

/** One request on one line, which opens to the whole exchange. */
export const RequestRow = memo(Row);
