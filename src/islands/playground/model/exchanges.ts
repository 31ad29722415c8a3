import type { Transcript } from '#flows/transcript.ts';
import type { Exchange } from '#protocol/exchange.ts';

/** More than a reader looks at, few enough for the tab's storage. */
const limit = 100;

/**
 * Adds an exchange to a transcript, or puts it in the place of the one with its id. What the event
 * stream tells of the sign-in goes before the redirect that ended it, though it may arrive later.
 */
export function renewTranscript(transcript: Transcript, exchange: Exchange): Transcript {
  const { exchanges } = transcript;
  const place = exchanges.findIndex(({ id }) => id === exchange.id);
  if (place >= 0) return { ...transcript, exchanges: exchanges.with(place, exchange) };
  const last = exchanges.at(-1);
  const before = exchange.step === 'sign-in' && last?.step === 'return' ? -1 : exchanges.length;
  const renewed = [...exchanges.slice(0, before), exchange, ...exchanges.slice(before)];
  return {
    ...transcript,
    exchanges: before < 0 ? renewed : renewed.slice(-limit),
  };
}

/** The last exchange of a step. */
export function lastOf(transcript: Transcript, step: string): Exchange | undefined {
  return transcript.exchanges.findLast((exchange) => exchange.step === step);
}
