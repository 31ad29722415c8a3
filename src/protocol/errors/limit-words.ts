import type { limitCodes } from './limit-codes.ts';
import { sources, type WordsOf } from './entry.ts';
import { wordsOnPages } from './words-on-pages.ts';

export const limitWords: WordsOf<typeof limitCodes> = {
  'CMN-301': {
    ...wordsOnPages['CMN-301'],
    basis: 'stated',
    source: sources.guide,
  },
  'SANDBOX-LIMIT-1': {
    when: 'The control API is asked to create an app, or to make one longer, and the sandbox keeps 500 apps or 4 MB of them.',
    cause: 'Usually a script or a test creates an app each time it runs and deletes none.',
    fix: 'Delete apps that nobody needs, or reset the sandbox; let a test delete its app when it ends.',
    basis: 'sandbox',
    source: 'RFC 4918 section 11.5',
  },
  'SANDBOX-LIMIT-2': {
    when: 'The control API is asked for a JWT credential, and the sandbox keeps 1,000 or 4 MB of them that are not revoked.',
    cause: 'Usually a script makes credentials for many apps and revokes none.',
    fix: 'Revoke credentials that nobody needs, or reset the sandbox.',
    basis: 'sandbox',
    source: 'RFC 4918 section 11.5',
  },
  'SANDBOX-LIMIT-3': {
    when: 'A page or a program asks for the stream of events, and 100 of its kind are open.',
    cause: 'Usually a program opens a stream for each request and closes none.',
    fix: 'Keep one stream open and read it, or ask for the backlog, which comes as one answer.',
    basis: 'sandbox',
    source: 'RFC 6585 section 4',
  },
};
