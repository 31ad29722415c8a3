import type { Exchange } from '#protocol/exchange.ts';
import type { StepAnswer } from '../model/kept-state.ts';

/** The open answer's exchange, where a real server gave it; one that never came is none. */
export function realExchange(answer: StepAnswer): Exchange | undefined {
  if (answer.kind !== 'exchange' && answer.kind !== 'redirect') return undefined;
  const { exchange } = answer;
  const came = answer.kind === 'redirect' || exchange.response !== undefined;
  return exchange.server !== undefined && came ? exchange : undefined;
}
