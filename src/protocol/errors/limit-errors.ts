import { family } from './entry.ts';

/** What the sandbox has no more room for: its bounds hold so that no client fills its memory. */
export const limitErrors = family({
  'SANDBOX-LIMIT-1': {
    status: 507,
    error: 'temporarily_unavailable',
    message:
      'The sandbox has no room for more apps or longer settings: delete some apps or reset it',
    when: 'The control API is asked to create an app, or to make one longer, and the sandbox keeps 500 apps or 4 MB of them.',
    cause: 'A script or a test that creates an app a run and deletes none.',
    fix: 'Delete apps that nobody needs, or reset the sandbox; let a test delete its app when it ends.',
    basis: 'sandbox',
    source: 'RFC 4918 section 11.5',
  },
  'SANDBOX-LIMIT-2': {
    status: 507,
    error: 'temporarily_unavailable',
    message: 'The sandbox has no room for more JWT credentials: revoke some or reset it',
    when: 'The control API is asked for a JWT credential, and the sandbox keeps 1,000 or 4 MB of them that are not revoked.',
    cause: 'A script that makes credentials for ever other apps and revokes none.',
    fix: 'Revoke credentials that nobody needs, or reset the sandbox.',
    basis: 'sandbox',
    source: 'RFC 4918 section 11.5',
  },
  'SANDBOX-LIMIT-3': {
    status: 429,
    error: 'temporarily_unavailable',
    message: 'As many event streams are open as the sandbox serves: close some',
    when: 'A page or a program asks for the stream of events, and 100 of its kind are open.',
    cause: 'A program that opens a stream a request and closes none.',
    fix: 'Keep one stream open and read it, or ask for the backlog, which is one answer.',
    basis: 'sandbox',
    source: 'RFC 6585 section 4',
  },
});
