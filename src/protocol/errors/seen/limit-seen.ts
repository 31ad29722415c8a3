import type { limitCodes } from '../limit-codes.ts';
import { ask } from './ask.ts';
import type { SeenOf } from './sighting.ts';

/** What is too much, as it was seen at RingCentral. */
export const limitSeen: SeenOf<typeof limitCodes> = {
  'CMN-301': {
    who: 'developer',
    met: 'sometimes',
    ask: ask.rate,
    sightings: [
      { text: 'Request rate exceeded', by: 'guide', status: 429 },
      { text: 'Request rate exceeded', by: 'sdkTests', status: 429 },
    ],
  },
};
