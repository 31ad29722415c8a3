/** Where every page of the site hears that the sandbox's clock was moved; the banner of the shell listens. */
export const clockChannel = 'authorization-flows-clock';

/** Tells all pages, this one too. Nobody is told where a browser has no channels: a banner then waits for the next page. */
export function tellClock(offsetSeconds: number): void {
  if (!('BroadcastChannel' in globalThis)) return;
  const channel = new BroadcastChannel(clockChannel);
  channel.postMessage(offsetSeconds);
  channel.close();
}
