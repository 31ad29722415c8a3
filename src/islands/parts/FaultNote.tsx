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

const isRedirect = ({ response }: Exchange): boolean =>
  response !== undefined && response.status >= 300 && response.status < 400;

/**
 * Names the fault that an answer met, if it met one.
 *
 * @param props.back whether it is the redirect that led back: no page sees the answer that sent its
 *   browser on, and the log tells of it among the others
 */
export function MetFault({
  among,
  back = false,
}: {
  among: readonly Exchange[];
  back?: boolean;
}): JSX.Element | null {
  const exchange = back ? among.findLast(isRedirect) : among[0];
  return exchange ? <FaultNote exchange={exchange} /> : null;
}
