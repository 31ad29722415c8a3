import { actors } from '#protocol/actors.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { pathOf } from '#protocol/exchange-parts.ts';
import type { JSX } from 'preact';
import { SequenceDiagram } from '#islands/diagram/SequenceDiagram.tsx';
import type { ShownStep } from '#islands/diagram/shown-step.ts';

/** So many wires fit above the rows. */
const mostWires = 2;

function stepOf(exchange: Exchange, number: number, current: boolean): ShownStep {
  const status = exchange.response?.status;
  const path = pathOf(exchange)
    .replace('/restapi/oauth', '')
    .replace('/restapi/v1.0/account/~', '');
  return {
    id: exchange.id,
    number,
    status: status === undefined ? 'unreachable' : status >= 400 ? 'refused' : 'done',
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
export function Diagram({ exchanges }: { exchanges: readonly Exchange[] }): JSX.Element {
  const from = Math.max(0, exchanges.length - mostWires);
  const shown = exchanges.slice(from);
  const steps = shown.map((exchange, at) =>
    stepOf(exchange, from + at + 1, at === shown.length - 1),
  );
  const statuses = new Map(
    shown.flatMap(({ id, response }) => (response ? [[id, response.status]] : [])),
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
