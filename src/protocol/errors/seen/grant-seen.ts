import type { grantCodes } from '../grant-codes.ts';
import { ask } from './ask.ts';
import type { SeenOf } from './sighting.ts';

/** What a grant presents, as its refusal was seen at RingCentral. */
export const grantSeen: SeenOf<typeof grantCodes> = {
  'OAU-106': {
    who: 'developer',
    met: 'rarely',
    ask: ask.code,
    sightings: [{ text: 'Invalid authorization code', by: 'guide', status: 403 }],
  },
  'OAU-108': {
    who: 'developer',
    met: 'rarely',
    ask: ask.code,
    sightings: [{ text: 'Authorization code is expired', by: 'guide', status: 403 }],
  },
  'OAU-109': {
    who: 'developer',
    met: 'often',
    ask: ask.redirectUri,
    sightings: [
      { text: 'Redirect URIs do not match', by: 'guide', status: 403 },
      {
        text: 'Redirect URIs do not match',
        by: 'embeddable914',
        error: 'invalid_redirect_uri',
      },
      { text: 'Redirect URIs do not match', by: 'redirectArticle', error: 'invalid_grant' },
    ],
  },
  'OAU-110': {
    who: 'developer',
    met: 'not met',
    ask: ask.clientId,
    sightings: [
      {
        text: 'Authorization code was not issued for this application',
        by: 'guide',
        status: 403,
      },
    ],
  },
  'OAU-210': {
    who: 'developer',
    met: 'sometimes',
    ask: ask.refresh,
    sightings: [{ text: 'Token expired', by: 'expiredArticle', error: 'invalid_grant' }],
  },
  'OAU-211': {
    who: 'developer',
    met: 'rarely',
    ask: ask.refresh,
    sightings: [{ text: 'Token revoked', by: 'widgets', status: 400, error: 'invalid_grant' }],
  },
  'OAU-213': {
    who: 'developer',
    met: 'often',
    ask: ask.refresh,
    sightings: [
      { text: 'Token not found', by: 'widgets', status: 400 },
      { text: 'Token not found', by: 'refreshExperiment' },
    ],
  },
  'OAU-250': {
    who: 'developer',
    met: 'sometimes',
    ask: ask.body,
    sightings: [
      {
        text: 'Unsupported grant type',
        by: 'grantArticle',
        status: 400,
        error: 'invalid_request',
      },
    ],
  },
  // A probe names the code for a made-up assertion, and no text.
  'OAU-331': {
    who: 'developer',
    met: 'rarely',
    ask: ask.jwt,
    sightings: [{ text: 'Invalid assertion', by: 'clientComment' }],
  },
  'OAU-345': {
    who: 'developer',
    met: 'sometimes',
    ask: ask.jwt,
    sightings: [
      { text: 'Invalid assertion signature', by: 'jwtNotes2025', error: 'invalid_request' },
    ],
  },
  'OAU-347': {
    who: 'developer',
    met: 'not met',
    ask: ask.jwt,
    sightings: [
      {
        text: 'An algorithm which is used for assertion signing is not supported for JWT Bearer grant type',
        by: 'changelog41',
      },
    ],
  },
  'OAU-473': {
    who: 'developer',
    met: 'sometimes',
    ask: ask.jwt,
    sightings: [
      {
        text: 'The client [<client id>] is not allowed to use this personal API Key',
        by: 'jwtNotes',
        status: 400,
        error: 'invalid_request',
      },
    ],
  },
};
