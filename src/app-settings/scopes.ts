/** One app scope: its name on the wire and what it opens. */
export interface Scope {
  name: string;
  /** The words of RingCentral's portal or consent page, where they were seen. */
  label?: string;
  meaning: string;
  /** Other scopes that come with it. */
  includes: readonly string[];
}

const scope = (name: string, meaning: string, includes: string[] = [], label?: string): Scope => ({
  name,
  meaning,
  includes,
  ...(label !== undefined && { label }),
});

/** RingCentral's app scopes, alphabetically. Source: developer guide, Permissions, and the OpenAPI document. */
export const scopes: readonly Scope[] = [
  scope('A2PSMS', 'Send text messages in bulk.', [], 'A2P SMS'),
  scope('AI', 'Analyse audio and text.'),
  scope('Accounts', 'Create, edit and delete accounts.', ['EditAccounts']),
  scope('Analytics', 'Read call analytics.'),
  scope(
    'CallControl',
    'Control calls while they run.',
    [],
    'Control and manage phone calls in real-time',
  ),
  scope(
    'Contacts',
    'Read and change personal contacts.',
    ['ReadContacts'],
    'View, create, update and delete personal address book contacts',
  ),
  scope('ControlWebinars', 'Control webinars while they run.'),
  scope('DirectRingOut', 'Place a one-legged RingOut call; on request.'),
  scope('EditAccounts', 'Read and change account information.', ['ReadAccounts', 'EditExtensions']),
  scope('EditCallLog', 'Read and delete call log records.', ['ReadCallLog'], 'Edit Call Log'),
  scope('EditCustomData', 'Read and change the app’s own key-value data.'),
  scope(
    'EditExtensions',
    'Read and change extensions.',
    [],
    'View and update extension information',
  ),
  scope(
    'EditMessages',
    'Read and change messages.',
    ['ReadMessages'],
    'View and update message store data',
  ),
  scope('EditPaymentInfo', 'Read and change billing information.'),
  scope('EditPresence', 'Read and change presence.', ['ReadPresence']),
  scope('EditReportingSettings', 'Change reporting settings; on request.'),
  scope('EditUserCredentials', 'Change users’ credentials; on request.'),
  scope('EditWebinars', 'Create and change webinars.'),
  scope('Faxes', 'Send and receive faxes.', ['ReadMessages']),
  scope('Glip', 'The older name for team messaging.'),
  scope('InternalMessages', 'Send and receive messages within the company.', ['ReadMessages']),
  scope('Interoperability', 'Pass a session between client apps.'),
  scope('Meetings', 'Manage RingCentral Meetings.'),
  scope('NumberLookup', 'Look up and reserve phone numbers.'),
  scope('ReadAccounts', 'Read account and extension information.', [], 'View user account data'),
  scope('ReadAuditTrail', 'Read the audit trail.'),
  scope('ReadCallLog', 'Read call log records.', [], 'View user call log records'),
  scope('ReadCallRecording', 'Read call recordings.', ['ReadCallLog'], 'Read Call Recording'),
  scope('ReadClientInfo', 'Read the app’s own attributes.'),
  scope('ReadContacts', 'Read personal contacts.'),
  scope('ReadMessages', 'Read messages.', [], 'Read Messages'),
  scope('ReadPresence', 'Read presence.'),
  scope('ReadWebinars', 'Read webinars.'),
  scope('RingOut', 'Place a two-legged RingOut call.'),
  scope('RingSense', 'Read RingSense insights.'),
  scope(
    'RoleManagement',
    'Manage user roles; on request.',
    [],
    'View, create and update user roles and permissions',
  ),
  scope(
    'SMS',
    'Send and receive text messages.',
    ['ReadMessages'],
    'Send and receive SMS/MMS messages',
  ),
  scope('SubscriptionWebhook', 'Subscribe a webhook to events.'),
  scope(
    'TeamMessaging',
    'Read and write team messages.',
    [],
    'Post messages, as well as view, edit and delete Team Messaging related data',
  ),
  scope('TelephonySessions', 'A beta name, seen in an error of 2019.'),
  scope('Video', 'Manage RingCentral Video meetings.'),
  scope('Voicemail', 'Deliver a voicemail to several recipients.'),
  scope('VoipCalling', 'Place calls over the internet.', [], 'VoIP Calling'),
  scope('WebSocket', 'Subscribe to events over a WebSocket.'),
];

const byName = new Map(scopes.map((each) => [each.name, each]));

/** Whether RingCentral has an app scope of this name; capitals count. */
export function isScope(name: string): boolean {
  return byName.has(name);
}

/** A scope by its name on the wire. */
export function scopeNamed(name: string): Scope | undefined {
  return byName.get(name);
}

/** The scopes that an app holds: those it names and all that come with them, each once. */
export function withIncluded(names: readonly string[]): string[] {
  const held = new Set<string>();
  const queue = [...names];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    if (held.has(name)) continue;
    held.add(name);
    queue.push(...(byName.get(name)?.includes ?? []));
  }
  return [...held];
}
