import { type FlowId, flowIds } from '../app.ts';
import type { RuleId } from '../availability.ts';
import { ruleOf } from '../rules/index.ts';
import type { FlowOutcome, Reason } from './outcome.ts';

export interface RuledOut extends Reason {
  flow: FlowId;
}

/** What rules a flow out whatever the answers are; the words are the rule book's. */
const always: Partial<Record<FlowId, RuleId>> = {
  password: 'X12',
  implicit: 'M1',
  'client-credentials': 'X20',
};

/** Named first, because readers come with them in mind. */
const order: readonly FlowId[] = [
  'password',
  'implicit',
  ...flowIds.filter((flow) => flow !== 'password' && flow !== 'implicit'),
];

/**
 * The flows that an outcome does not use, and why.
 *
 * @param refresh Whether the recommended app has refresh tokens: then that flow is part of the answer.
 */
export function ruledOut(
  { flow: chosen, ruledOut: own }: FlowOutcome,
  refresh: boolean,
): RuledOut[] {
  return order.flatMap((flow): RuledOut[] => {
    if (flow === chosen || (flow === 'refresh-token' && refresh)) return [];
    const id = always[flow];
    if (id) {
      const { words, source } = ruleOf(id);
      return [{ flow, words, ...(source[0] && { source: source[0] }) }];
    }
    const words = own[flow];
    if (words) return [{ flow, words }];
    if (flow !== 'refresh-token') return [];
    const why =
      chosen === 'jwt'
        ? 'Not needed: your program gets the next access token with the same JWT.'
        : 'Not needed: the app works only while it is used, and it gets the next token by a sign-in.';
    return [{ flow, words: why }];
  });
}
