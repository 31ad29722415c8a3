import type { requestCodes } from '../request-codes.ts';
import { ask } from './ask.ts';
import type { SeenOf } from './sighting.ts';

/** What is wrong with the request itself, as it was seen at RingCentral. */
export const requestSeen: SeenOf<typeof requestCodes> = {
  'OAU-101': {
    who: 'developer',
    met: 'not met',
    ask: ask.path,
    sightings: [{ text: 'Parameter [brandId] is invalid', by: 'guide', status: 403 }],
  },
  'OAU-111': {
    who: 'developer',
    met: 'not met',
    ask: ask.body,
    sightings: [{ text: 'Request parameter duplication detected', by: 'guide', status: 400 }],
  },
  'OAU-150': {
    who: 'developer',
    met: 'not met',
    ask: ask.bearer,
    sightings: [
      {
        text: 'value of query parameter [<name>] should equal parameter [<name>] in request body',
        by: 'guide',
        status: 400,
      },
    ],
  },
};
