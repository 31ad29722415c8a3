import type { clientCodes } from '../client-codes.ts';
import { ask } from './ask.ts';
import type { SeenOf } from './sighting.ts';

/** Which app is asking, and whether it may ask so, as it was seen at RingCentral. */
export const clientSeen: SeenOf<typeof clientCodes> = {
  'OAU-112': {
    who: 'developer',
    met: 'sometimes',
    ask: ask.settings,
    sightings: [
      {
        text: 'The client is unauthorized for the required grant type: [<grant>]',
        by: 'guide',
        status: 403,
      },
      {
        text: 'The client is unauthorized for the required grant type: [IMPLICIT]',
        by: 'js54',
        status: 302,
        error: 'unauthorized_client',
      },
    ],
  },
  'OAU-116': {
    who: 'developer',
    met: 'not met',
    ask: ask.header,
    sightings: [{ text: 'Invalid authorization method', by: 'guide', status: 403 }],
  },
  'OAU-120': {
    who: 'developer',
    met: 'not met',
    ask: ask.clientId,
    sightings: [{ text: 'Wrong Application ID', by: 'guide', status: 401 }],
  },
  'OAU-121': {
    who: 'developer',
    met: 'not met',
    ask: ask.clientId,
    sightings: [{ text: 'Wrong Application', by: 'guide', status: 401 }],
  },
  'OAU-123': {
    who: 'developer',
    met: 'often',
    ask: ask.header,
    sightings: [
      { text: 'Invalid Authorization header value: <value>', by: 'guide', status: 401 },
      { text: 'Client authentication is required', by: 'apiDocs33', error: 'invalid_client' },
      { text: 'Authorization header is not specified', by: 'oldThreads', status: 401 },
    ],
  },
  'OAU-125': {
    who: 'developer',
    met: 'not met',
    ask: ask.settings,
    sightings: [{ text: 'Grant type is not allowed for application.', by: 'guide', status: 401 }],
  },
  'OAU-127': {
    who: 'developer',
    met: 'not met',
    ask: ask.clientId,
    sightings: [{ text: 'Invalid application release.', by: 'guide', status: 401 }],
  },
  'OAU-134': {
    who: 'developer',
    met: 'not met',
    ask: ask.header,
    sightings: [{ text: 'Invalid Authorization header.', by: 'guide', status: 401 }],
  },
  'OAU-146': {
    who: 'developer',
    met: 'sometimes',
    ask: ask.clientId,
    sightings: [{ text: 'Invalid client credentials', by: 'guide', status: 401 }],
  },
  'OAU-151': {
    who: 'developer',
    met: 'rarely',
    ask: ask.header,
    sightings: [
      { text: 'Authorization method not supported', by: 'guide', status: 401 },
      { text: 'Authorization method not supported', by: 'oldThreads' },
    ],
  },
  // Its text was never shown; a third party's probe names the code alone.
  'OAU-152': { who: 'developer', met: 'rarely', ask: ask.settings, sightings: [] },
  'OAU-153': {
    who: 'developer',
    met: 'often',
    ask: ask.clientId,
    sightings: [
      { text: 'Invalid client application: [<client id>]', by: 'projectNotes' },
      {
        text: 'Invalid client: <client id>',
        by: 'sdkTests',
        status: 400,
        error: 'invalid_client',
      },
      { text: 'Invalid client: ', by: 'thread3501', error: 'invalid_client' },
    ],
  },
  // The changelog describes the case and shows no text.
  'OAU-164': { who: 'developer', met: 'not met', ask: ask.clientId, sightings: [] },
  'OAU-165': {
    who: 'developer',
    met: 'rarely',
    ask: ask.clientId,
    sightings: [{ text: 'Sandbox client is not allowed: <client id>', by: 'widgets' }],
  },
  'OAU-167': {
    who: 'administrator',
    met: 'not met',
    ask: ask.account,
    sightings: [
      {
        text: 'Account access restricted by RealmId',
        by: 'widgets',
        status: 403,
        error: 'invalid_client',
      },
    ],
  },
  'OAU-251': {
    who: 'developer',
    met: 'often',
    ask: ask.settings,
    sightings: [
      {
        text: 'Unauthorized for this grant type',
        by: 'webPhone386',
        status: 400,
        error: 'unauthorized_client',
      },
      {
        text: 'Unauthorized for this grant type',
        by: 'question47692828',
        status: 400,
        error: 'unauthorized_client',
      },
      {
        text: 'Unauthorized for this grant type',
        by: 'webPhone116',
        error: 'unauthorized_client',
      },
    ],
  },
  // Two repositories name the code, none its text.
  'OAU-270': { who: 'developer', met: 'rarely', ask: ask.settings, sightings: [] },
};
