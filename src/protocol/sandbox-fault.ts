import { headerOf } from './exchange-parts.ts';
import type { Exchange } from './exchange.ts';

/** The header of an answer that the sandbox gave a fault with; its event log keeps it, and pages name it. */
export const faultHeader = 'sandbox-fault';

/** What the sandbox was asked to do wrong in an exchange, by its name; undefined where it was asked nothing. */
export const faultOf = ({ response }: Exchange): string | undefined =>
  response && headerOf(response.headers, faultHeader);

/** Where a fault is explained, as a path of the site. */
export const faultHref = (fault: string): string =>
  `/reference/control-api/#fault-${encodeURIComponent(fault)}`;
