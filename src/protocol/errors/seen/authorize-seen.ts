import type { authorizeCodes } from '../authorize-codes.ts';
import { ask } from './ask.ts';
import type { SeenOf } from './sighting.ts';

/** What the authorization endpoint refuses, as it was seen at RingCentral. */
export const authorizeSeen: SeenOf<typeof authorizeCodes> = {
  'OAU-102': {
    who: 'nobody',
    met: 'not met',
    ask: ask.traceId,
    sightings: [{ text: 'Unable to issue authorization code', by: 'guide', status: 403 }],
  },
  'OAU-113': {
    who: 'developer',
    met: 'sometimes',
    ask: ask.redirectUri,
    sightings: [
      {
        text: 'No redirect URI is registered for this client application',
        by: 'signInNote',
        status: 403,
        error: 'invalid_client',
      },
      {
        text: 'No redirect uri is registered for the client',
        by: 'redirectArticle',
        error: 'invalid_client',
      },
    ],
  },
};
