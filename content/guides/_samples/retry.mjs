// Calls the API and repeats by RingCentral's rules. It is no refresher: see session.mjs.

//: settings
export const settings = { firstWait: 2, longestWait: 60, repeats: 5, withoutHeader: 30 };
export const sleep = { for: (seconds) => new Promise((end) => setTimeout(end, seconds * 1000)) };

//: wait
/** Seconds to wait before the next try; undefined if the answer is final. */
export function waitFor(response, tries) {
  const told = Number(response?.headers.get('retry-after') ?? Number.NaN);
  if (response?.status === 429) return told >= 0 ? told : settings.withoutHeader;
  if (response && ![500, 502, 503, 504].includes(response.status)) return undefined;
  if (told >= 0) return told;
  return Math.min(settings.firstWait * 2 ** tries, settings.longestWait);
}

//: call
export async function callPatiently(url, options) {
  for (let tries = 0; ; tries += 1) {
    // No answer at all: connection refused, timed out, or TLS failed.
    const response = await fetch(url, options).catch((error) => {
      if (options?.signal?.aborted) throw error;
    });
    const seconds = waitFor(response, tries);
    if (seconds === undefined) return response;
    if (tries === settings.repeats) {
      if (response) return response;
      throw new Error(`No answer from ${new URL(url).host} after ${tries + 1} tries.`);
    }
    await sleep.for(seconds);
  }
}
