import { ask } from './ask.ts';
import type { Seen } from './sighting.ts';

/**
 * Texts that were seen without any code. `kin` is the sandbox's code for the same case, where it
 * has one.
 */
export const withoutCode: readonly (Seen & { kin?: string; why: string; fix: string })[] = [
  {
    who: 'user',
    met: 'rarely',
    ask: ask.body,
    kin: 'SANDBOX-USER-2',
    why: 'A password request came without a user name or without a password.',
    fix: 'Send both. The password grant ended on 31 March 2024 at RingCentral: move to JWT, or let the user sign in.',
    sightings: [
      {
        text: 'Resource Owner credentials are incomplete.',
        by: 'sdkTests',
        status: 400,
        error: 'invalid_request',
      },
    ],
  },
  {
    who: 'developer',
    met: 'sometimes',
    ask: ask.header,
    kin: 'OAU-123',
    why: 'No Basic header arrived, or the server could not read it. Most often an option has a wrong name, such as clientid for clientId.',
    fix: 'Log the length of the client id and of the secret before the request; neither must be 0.',
    sightings: [
      { text: 'Basic authentication header is missing or malformed', by: 'js115' },
      { text: 'Authentication header is missing', by: 'oldThreads' },
    ],
  },
  {
    who: 'developer',
    met: 'sometimes',
    ask: ask.header,
    kin: 'OAU-134',
    why: 'The Authorization header arrived and the server could not read it. Most often the client id or secret is empty, or the value is not base64.',
    fix: 'Send Basic, one space, and base64 of client id, colon, client secret. Log the length of both before the request; neither must be 0.',
    sightings: [
      {
        text: 'Authentication header value is malformed',
        by: 'php39',
        status: 400,
        error: 'invalid_client',
      },
    ],
  },
  {
    who: 'user',
    met: 'rarely',
    ask: ask.user,
    kin: 'SANDBOX-AUTHORIZE-3',
    why: 'The user pressed Deny on the consent page.',
    fix: 'Say what the app needs the permissions for, and let the user try again.',
    sightings: [
      {
        text: 'The user denied access to your application',
        by: 'sdkTests',
        status: 302,
        error: 'access_denied',
      },
    ],
  },
  {
    who: 'provider',
    met: 'not met',
    ask: ask.traceId,
    kin: 'CMN-201',
    why: 'A server at this address cannot answer at the moment.',
    fix: 'Wait as long as Retry-After says, or 30 s if it is missing, and send again.',
    sightings: [
      { text: 'Service Unavailable', by: 'widgets', status: 503, error: 'service_unavailable' },
    ],
  },
  {
    who: 'developer',
    met: 'rarely',
    ask: ask.clientId,
    kin: 'OAU-127',
    why: 'Nobody may use the app: RingCentral blocked it, or withdrew its release.',
    fix: 'Look at the state of the app in the developer console, and ask RingCentral’s support why it is blocked.',
    sightings: [{ text: 'Bad Application Release Status: <status>', by: 'reports' }],
  },
  {
    who: 'administrator',
    met: 'rarely',
    ask: ask.role,
    kin: 'CMN-408',
    why: 'The role of the user lacks the permission Third Party Apps, and without it no sign-in to an app succeeds.',
    fix: 'Ask an administrator to give the role the permission “Third Party Apps”; then the user signs in again.',
    sightings: [
      {
        text: "you currently don't have permission to access this service",
        by: 'electron99',
      },
    ],
  },
];
