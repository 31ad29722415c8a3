import type { Exchange } from '#protocol/exchange.ts';
import type { Core } from '../core.ts';

/** Whose server an exchange goes to, where it is not the sandbox. */
export function serverOf({ server }: Core): Pick<Exchange, 'server'> {
  const { kind, origin } = server.value;
  return kind === 'sandbox' ? {} : { server: { kind, origin } };
}
