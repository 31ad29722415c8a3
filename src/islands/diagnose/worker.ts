import { diagnoseRecognised } from '#diagnosis/paste/diagnose-paste.ts';
import type { Ask } from '#diagnosis/read/messages.ts';
import { createReader } from '#diagnosis/read/reader.ts';
import { serve } from '#diagnosis/read/serve.ts';

const reader = createReader({
  now: () => Date.now(),
  judge: diagnoseRecognised,
  // Not one of 75 public reports held a HAR: what reads one comes with the first.
  readHar: async (octets, options) => {
    const { readHar } = await import('#diagnosis/recognise/har/read-har.ts');
    return readHar(octets, options);
  },
});

let isAsked = false;
const ask = serve(reader, (told) => postMessage(told));
addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  isAsked = true;
  ask(data);
});

/** Until the first paste; what comes late is loaded on the way. */
const isIdle = (): Promise<boolean> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(!isAsked), 30);
  });
// The network may be gone by then: what was to come is asked for again by the paste that needs it.
void import('#diagnosis/read/warm-up.ts')
  .then(({ warmUp }) => warmUp(diagnoseRecognised, isIdle))
  .catch(() => undefined);
