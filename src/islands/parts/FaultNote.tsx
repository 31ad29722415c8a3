import type { JSX } from 'preact';
import type { Exchange } from '#protocol/exchange.ts';
import { faultHref, faultOf } from '#protocol/sandbox-fault.ts';

/** Names what the sandbox was asked to do wrong in an exchange, so that nobody looks for it in their program. */
export function FaultNote({ exchange }: { exchange: Exchange }): JSX.Element | null {
  const fault = faultOf(exchange);
  if (fault === undefined) return null;
  return (
    <p class="pg-note" data-fault={fault}>
      A fault on demand: the sandbox was asked for{' '}
      <a href={faultHref(fault)}>
        <code>{fault}</code>
      </a>
      .
    </p>
  );
}
