import type { Finding, FindingAction, Offer } from '#diagnosis/finding.ts';
import { mistakeHere } from '../break/mistake-here.ts';
import { apply } from '../model/apply.ts';
import type { Playground } from '../model/playground.ts';
import type { RequestFold } from '../step/request-fold.ts';

/**
 * What the card says about a refusal. A mistake that was made on purpose has its explanation in its
 * own strip: one refusal, one explanation.
 */
export function toldFinding(playground: Playground): Finding | undefined {
  return mistakeHere(playground)?.stage === 'answered' ? undefined : playground.explanation.value;
}

/** What a finding offers first, where the step is not over: the bar's own button. To send again is there already. */
export function leadingOffer(playground: Playground): Offer | undefined {
  const offer = toldFinding(playground)?.actions[0];
  const stands = playground.step.value.settled || offer?.action.kind === 'send-again';
  return stands ? undefined : offer;
}

/** Does what a finding offers; what leaves the sending to the reader shows the request. */
export async function take(
  playground: Playground,
  fold: RequestFold,
  action: FindingAction,
): Promise<void> {
  await apply(playground, action);
  if (action.kind === 'open-step' || ('send' in action && !action.send)) fold.unfold();
}
