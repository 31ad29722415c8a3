import type { FlowStep } from '#flows/flow.ts';
import type { Transcript } from '#flows/transcript.ts';
import type { Exchange } from '#protocol/exchange.ts';

/** More than a reader looks at, few enough for the tab's storage. */
const limit = 100;

/** Where a request of a sign-in belongs: before the redirect that ended this sign-in, though it is told later. */
function placeInSignIn(
  exchanges: readonly Exchange[],
  { transactionId }: Exchange,
  steps: readonly FlowStep[],
): number {
  const back = steps.find(({ kind }) => kind === 'return')?.id;
  const isReturn = ({ step }: Exchange): boolean => step === back;
  const before = exchanges.findLastIndex(
    (one) => transactionId !== undefined && one.transactionId === transactionId,
  );
  const ended =
    before < 0
      ? exchanges.findLastIndex(isReturn)
      : exchanges.findIndex((one, index) => index > before && isReturn(one));
  return ended < 0 ? exchanges.length : ended;
}

/**
 * Adds an exchange to a transcript, or puts it in the place of the one with its id. The event stream
 * tells of a sign-in, and it may be a while behind.
 *
 * @param steps of the flow
 */
export function renewTranscript(
  transcript: Transcript,
  exchange: Exchange,
  steps: readonly FlowStep[],
): Transcript {
  const { exchanges } = transcript;
  const place = exchanges.findIndex(({ id }) => id === exchange.id);
  if (place >= 0) return { ...transcript, exchanges: exchanges.with(place, exchange) };
  const signsIn = steps.some(({ id, kind }) => id === exchange.step && kind === 'sign-in');
  const at = signsIn ? placeInSignIn(exchanges, exchange, steps) : exchanges.length;
  return { ...transcript, exchanges: exchanges.toSpliced(at, 0, exchange).slice(-limit) };
}
