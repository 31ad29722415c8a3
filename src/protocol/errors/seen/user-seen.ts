import type { userCodes } from '../user-codes.ts';
import { ask } from './ask.ts';
import type { SeenOf } from './sighting.ts';

/** Who signs in, and whether they may, as it was seen at RingCentral. */
export const userSeen: SeenOf<typeof userCodes> = {
  'OAU-105': {
    who: 'administrator',
    met: 'not met',
    ask: ask.user,
    sightings: [{ text: 'Login for <type> extension is not allowed.', by: 'guide', status: 403 }],
  },
  'OAU-119': {
    who: 'user',
    met: 'not met',
    ask: ask.user,
    sightings: [
      {
        text: 'International Virtual number cannot be used to login',
        by: 'guide',
        status: 403,
      },
    ],
  },
  'OAU-136': {
    who: 'administrator',
    met: 'not met',
    ask: ask.user,
    sightings: [{ text: 'Extension not found.', by: 'guide', status: 401 }],
  },
  'OAU-140': {
    who: 'user',
    met: 'often',
    ask: ask.user,
    sightings: [
      { text: 'Invalid resource owner credentials.', by: 'guide', status: 401 },
      {
        text: 'Invalid resource owner credentials.',
        by: 'java24',
        status: 400,
        error: 'invalid_grant',
      },
      {
        text: 'Invalid resource owner credentials.',
        by: 'sdkTests',
        status: 400,
        error: 'invalid_grant',
      },
    ],
  },
  'OAU-141': {
    who: 'administrator',
    met: 'not met',
    ask: ask.user,
    sightings: [
      {
        text: 'Login for extension in current state is not allowed.',
        by: 'guide',
        status: 401,
      },
    ],
  },
  'OAU-142': {
    who: 'administrator',
    met: 'not met',
    ask: ask.account,
    sightings: [
      {
        text: 'Login to account in current state is not allowed.',
        by: 'guide',
        status: 401,
      },
    ],
  },
  'OAU-147': {
    who: 'user',
    met: 'not met',
    ask: ask.user,
    sightings: [
      {
        text: 'The account is locked out due to multiple unsuccessful logon attempts.',
        by: 'guide',
        status: 400,
      },
    ],
  },
  'OAU-148': {
    who: 'user',
    met: 'not met',
    ask: ask.user,
    sightings: [
      {
        text: 'The account is locked out due to multiple unsuccessful logon attempts. Please use Single Sign-on way to authenticate.',
        by: 'guide',
        status: 400,
      },
    ],
  },
  'OAU-163': {
    who: 'administrator',
    met: 'not met',
    ask: ask.user,
    sightings: [
      {
        text: 'Login of this call queue is not allowed as queue managers are selected from the user list.',
        by: 'changelog41',
      },
    ],
  },
  'OAU-168': {
    who: 'developer',
    met: 'not met',
    ask: ask.user,
    sightings: [
      {
        text: 'Password grant is not allowed because MFA is required.',
        by: 'guide',
        status: 401,
      },
    ],
  },
  'CMN-408': {
    who: 'administrator',
    met: 'sometimes',
    ask: ask.role,
    sightings: [
      {
        text: '[ThirdPartyAppAccess] permission required',
        by: 'embeddable97',
        error: 'invalid_client',
      },
      {
        text: '[ThirdPartyAppAccess] permission required',
        by: 'question51833563',
        error: 'invalid_client',
      },
      {
        text: 'In order to call this API endpoint, user needs to have [<permission>] permission for requested resource.',
        by: 'question50978630',
        status: 403,
      },
    ],
  },
};
