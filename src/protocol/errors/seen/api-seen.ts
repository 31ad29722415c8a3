import type { apiCodes } from '../api-codes.ts';
import { ask } from './ask.ts';
import type { SeenOf } from './sighting.ts';

/** What the API behind the tokens answers, as it was seen at RingCentral. */
export const apiSeen: SeenOf<typeof apiCodes> = {
  'AGW-401': {
    who: 'developer',
    met: 'sometimes',
    ask: ask.header,
    sightings: [
      { text: 'Authorization header is not specified', by: 'probes', status: 401 },
      { text: 'Authorization header is not specified', by: 'oldReference', status: 401 },
    ],
  },
  'AGW-402': {
    who: 'developer',
    met: 'rarely',
    ask: ask.header,
    sightings: [{ text: 'Invalid Authorization header', by: 'oldThreads', status: 401 }],
  },
  'AGW-404': {
    who: 'developer',
    met: 'rarely',
    ask: ask.path,
    sightings: [{ text: 'Resource not found', by: 'postman', status: 404 }],
  },
  'OAU-128': {
    who: 'developer',
    met: 'not met',
    ask: ask.refresh,
    sightings: [{ text: 'Access token expired.', by: 'guide', status: 401 }],
  },
  'OAU-129': {
    who: 'developer',
    met: 'rarely',
    ask: ask.refresh,
    sightings: [
      { text: 'Access token corrupted.', by: 'guide', status: 401 },
      { text: 'Access token corrupted', by: 'refreshExperiment' },
    ],
  },
  'OAU-149': {
    who: 'developer',
    met: 'sometimes',
    ask: ask.bearer,
    sightings: [
      { text: 'OAuth token is invalid', by: 'probes', status: 401 },
      { text: 'Unparsable access token', by: 'guide', status: 401 },
      { text: 'Unparseable access token', by: 'thread7609' },
      { text: 'Invalid token', by: 'oldThreads' },
    ],
  },
  'OAU-232': {
    who: 'administrator',
    met: 'not met',
    ask: ask.user,
    sightings: [{ text: 'Extension not found', by: 'widgets' }],
  },
  'OAU-236': {
    who: 'administrator',
    met: 'not met',
    ask: ask.user,
    sightings: [{ text: 'Extension is disabled or frozen', by: 'widgets' }],
  },
  // Of revocation the changelog tells the code and no text.
  'CMN-101': {
    who: 'developer',
    met: 'not met',
    ask: ask.body,
    sightings: [{ text: 'Parameter [<name>] value is invalid.', by: 'guide', status: 400 }],
  },
  'CMN-102': {
    who: 'developer',
    met: 'rarely',
    ask: ask.path,
    sightings: [
      { text: 'Resource for parameter [<name>] is not found', by: 'sdkTests', status: 404 },
    ],
  },
  'CMN-120': {
    who: 'developer',
    met: 'rarely',
    ask: ask.path,
    sightings: [{ text: 'Invalid URI', by: 'sdkTests', status: 404 }],
  },
  'CMN-201': {
    who: 'provider',
    met: 'not met',
    ask: ask.traceId,
    sightings: [{ text: 'Service Temporary Unavailable', by: 'guide', status: 500 }],
  },
  'CMN-401': {
    who: 'developer',
    met: 'sometimes',
    ask: ask.permission,
    sightings: [
      {
        text: 'In order to call this API endpoint, application needs to have [<permission>] permission',
        by: 'callLogGuide',
        status: 403,
      },
      {
        text: 'In order to call this API endpoint, application needs to have [ReadAccounts] permission',
        by: 'webPhone154',
        status: 403,
      },
    ],
  },
  'CMN-405': {
    who: 'developer',
    met: 'not met',
    ask: ask.bearer,
    sightings: [
      { text: 'Login to extension required.', by: 'guide', status: 401 },
      { text: 'Login to extension required', by: 'oldReference', status: 401 },
    ],
  },
};
