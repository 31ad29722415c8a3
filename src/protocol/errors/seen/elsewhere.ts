import type { CatalogueEntry } from '../entry.ts';
import { ask } from './ask.ts';
import type { Seen } from './sighting.ts';

type Elsewhere = Pick<CatalogueEntry, 'message' | 'when' | 'fix' | 'basis' | 'source'> & Seen;

const guide = 'RingCentral developer guide, basics/errors';

/** RingCentral's codes around sign-in that the sandbox never sends: it has nothing that they are about. */
export const elsewhere = {
  'OAU-117': {
    message: 'The scope of requesting application cannot be narrower than the target application',
    when: 'Two apps exchange a token, which partners can do.',
    fix: 'Ask RingCentral’s support: the exchange has to be set up between both apps.',
    basis: 'stated',
    source: guide,
    who: 'provider',
    met: 'not met',
    ask: ask.permission,
    sightings: [
      {
        text: 'The scope of requesting application cannot be narrower than the target application',
        by: 'guide',
        status: 403,
      },
    ],
  },
  'OAU-222': {
    message: 'Account does not exist',
    when: 'Somebody deleted the account of the session.',
    fix: 'Delete the stored tokens and let a user of an existing account sign in.',
    basis: 'stated',
    source: 'Source of ringcentral-js-widgets',
    who: 'administrator',
    met: 'not met',
    ask: ask.account,
    sightings: [{ text: 'Account does not exist', by: 'widgets' }],
  },
  'CMN-202': {
    message: 'Operation is not supported',
    when: 'The API knows the call and does not offer it here.',
    fix: 'Ask RingCentral’s support which call replaces it.',
    basis: 'stated',
    source: guide,
    who: 'provider',
    met: 'not met',
    ask: ask.traceId,
    sightings: [{ text: 'Operation is not supported', by: 'guide', status: 501 }],
  },
} as const satisfies Record<string, Elsewhere>;

export type ElsewhereCode = keyof typeof elsewhere;

/** Whether a text is a code that RingCentral sends and the sandbox never does. */
export const isElsewhere = (code: string): code is ElsewhereCode => Object.hasOwn(elsewhere, code);
