/** One thing that an app may call, and the app scope that it takes. */
export interface Call {
  /** Stands in the fragment of a link. */
  value: string;
  label: string;
  /** By RingCentral's own name; what it opens is told in the list of scopes. */
  scope: string;
}

/** The scope that every app here has: its user's own account is the first thing that it reads. */
const alwaysCalled = 'ReadAccounts';

/**
 * What the chooser offers where it asks what an app will call: the scopes that readers come for,
 * the commonest first.
 *
 * @see RingCentral developer guide, Permissions
 */
export const calls: readonly Call[] = [
  { value: 'call-log', label: 'Call log', scope: 'ReadCallLog' },
  { value: 'recordings', label: 'Call recordings', scope: 'ReadCallRecording' },
  { value: 'ringout', label: 'RingOut', scope: 'RingOut' },
  { value: 'live-calls', label: 'Calls while they run', scope: 'CallControl' },
  { value: 'sms', label: 'Text messages', scope: 'SMS' },
  { value: 'messages', label: 'Message store', scope: 'ReadMessages' },
  { value: 'fax', label: 'Faxes', scope: 'Faxes' },
  { value: 'team', label: 'Team messages', scope: 'TeamMessaging' },
  { value: 'presence', label: 'Presence', scope: 'ReadPresence' },
  { value: 'contacts', label: 'Contacts', scope: 'Contacts' },
  { value: 'users', label: 'Users and extensions', scope: 'EditExtensions' },
  { value: 'video', label: 'Video meetings', scope: 'Video' },
  { value: 'analytics', label: 'Analytics', scope: 'Analytics' },
  { value: 'webhooks', label: 'Webhooks', scope: 'SubscriptionWebhook' },
];

export const isCall = (value: string): boolean => calls.some((call) => call.value === value);

/** The scopes of an app that calls these: each once, in the order in which they are offered. */
export function scopesFor(chosen: readonly string[] = []): string[] {
  const scopes = calls.filter(({ value }) => chosen.includes(value)).map(({ scope }) => scope);
  return [alwaysCalled, ...scopes];
}
