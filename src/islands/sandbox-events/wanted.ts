import type { Exchange } from '#protocol/exchange.ts';

/** Which requests somebody wants to hear of; nothing named is all of them. */
export interface Wanted {
  /** Those of one app. */
  clientId?: string;
  /** Without what pages of other sites send behind the reader's back. */
  strangers?: 'leave-out';
}

/** Whether a request is among those that are wanted. */
export function isWanted({ clientId, strangers }: Wanted, exchange: Exchange): boolean {
  if (clientId !== undefined && exchange.clientId !== clientId) return false;
  return !(strangers === 'leave-out' && exchange.caller === 'stranger');
}
