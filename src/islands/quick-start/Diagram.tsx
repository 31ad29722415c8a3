import { actors } from '#protocol/actors.ts';
import { pathOf } from '#protocol/exchange-parts.ts';
import type { JSX } from 'preact';
import { SequenceDiagram } from '#islands/diagram/SequenceDiagram.tsx';
import type { ShownStep } from '#islands/diagram/shown-step.ts';
import type { LiveRow } from './model/live-rows.ts';

/** So many wires fit above the rows. */
const mostWires = 2;

type ExchangeRow = Extract<LiveRow, { kind: 'exchange' }>;

function stepOf({ exchange, expected }: ExchangeRow, number: number, current: boolean): ShownStep {
  const status = exchange.response?.status;
  const path = pathOf(exchange)
    .replace('/restapi/oauth', '')
    .replace('/restapi/v1.0/account/~', '');
  return {
    id: exchange.id,
    number,
    status: status === undefined ? 'unreachable' : status >= 400 && !expected ? 'refused' : 'done',
    current,
    definition: {
      title: `${exchange.request.method} ${path}`,
      kind: 'request',
      from: exchange.from,
      diagram: [
        {
          kind: 'message',
          from: exchange.from,
          to: exchange.to,
          code: `${exchange.request.method} ${path}`,
          label: '',
        },
      ],
    },
  };
}

/** The newest requests on the playground's own diagram; a wire leads to its row. */
export function Diagram({ rows }: { rows: readonly LiveRow[] }): JSX.Element {
  const exchanges = rows.filter((row) => row.kind === 'exchange');
  const from = Math.max(0, exchanges.length - mostWires);
  const shown = exchanges.slice(from);
  const steps = shown.map((row, at) => stepOf(row, from + at + 1, at === shown.length - 1));
  const statuses = new Map(
    shown.flatMap(({ exchange: { id, response } }) => (response ? [[id, response.status]] : [])),
  );
  return (
    <SequenceDiagram
      actors={actors}
      steps={steps}
      flight={undefined}
      statuses={statuses}
      onOpen={(id) => {
        const row = document.getElementById(`request-${id}`);
        row?.scrollIntoView({ block: 'nearest' });
        row?.setAttribute('tabindex', '-1');
        row?.focus({ preventScroll: true });
      }}
    />
  );
}
