/**
 * What is known of each app scope beyond its name and meaning. It stands apart from `scopes.ts`, which
 * forms and the sandbox load: only pages and `/scopes.json` need this.
 */
import { type Source, sources } from './sources.ts';

/** One operation of RingCentral’s API description that names the scope, as an example. */
export interface ScopeCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `~` for the account and the extension of the token. */
  path: string;
  /** What the role of the signed-in user has to allow as well, if the description names it. */
  userPermission?: string;
  group: 'Light' | 'Medium' | 'Heavy' | 'Auth';
}

/**
 * How a scope is got. `asked`: a picture of the console shows it with “requires approval”. `request`:
 * the guide’s table says “available on request”. `free`: the same picture shows it without a note.
 */
export type ScopeApproval = 'asked' | 'request' | 'free';

export interface ScopeFacts {
  /** Absent if the guide does not tell it. */
  access?: 'read' | 'read and change' | 'create, read, change, delete' | 'special';
  /** Absent if no source says it. */
  approval?: ScopeApproval;
  /** How many operations of the API description name it. */
  operations: number;
  /** Absent if there are none. */
  call?: ScopeCall;
  /** Where it was seen, if the guide’s table does not list it. */
  seen?: { source: Source; words: string };
}

const ext = '/restapi/v1.0/account/~/extension/~';
const account = '/restapi/v1.0/account/~';

const call = (
  method: ScopeCall['method'],
  path: string,
  group: ScopeCall['group'],
  userPermission?: string,
): ScopeCall => ({ method, path, group, ...(userPermission !== undefined && { userPermission }) });

/**
 * By scope. Access and approval: developer guide, Permissions (revision 64067a50) and its picture of
 * the console. Operations and calls: RingCentral’s API description of August 2026, counted on
 * 29 November 2026.
 */
export const scopeFacts: Readonly<Record<string, ScopeFacts>> = {
  A2PSMS: {
    access: 'special',
    operations: 8,
    call: call('POST', `${account}/a2p-sms/batches`, 'Light'),
  },
  AI: {
    access: 'read',
    operations: 6,
    call: call('POST', '/ai/audio/v1/async/speech-to-text', 'Heavy'),
  },
  Accounts: { access: 'create, read, change, delete', operations: 0 },
  Analytics: {
    access: 'read',
    operations: 2,
    call: call('POST', '/analytics/calls/v1/accounts/~/aggregation/fetch', 'Light'),
  },
  CallControl: {
    access: 'special',
    operations: 24,
    call: call('POST', `${account}/telephony/call-out`, 'Heavy'),
  },
  Contacts: {
    access: 'create, read, change, delete',
    approval: 'free',
    operations: 7,
    call: call('POST', `${ext}/address-book/contact`, 'Heavy', 'EditPersonalContacts'),
  },
  ControlWebinars: { access: 'special', operations: 0 },
  DirectRingOut: { access: 'special', approval: 'request', operations: 0 },
  EditAccounts: {
    access: 'read and change',
    approval: 'asked',
    operations: 86,
    call: call('POST', `${account}/extension`, 'Medium', 'AddRemoveUsers'),
  },
  EditCallLog: {
    access: 'read and change',
    approval: 'asked',
    operations: 2,
    call: call('DELETE', `${ext}/call-log`, 'Heavy', 'EditCallLog'),
  },
  EditCustomData: { access: 'read and change', approval: 'asked', operations: 0 },
  EditExtensions: {
    access: 'read and change',
    approval: 'free',
    operations: 44,
    call: call('PUT', ext, 'Medium', 'EditUserInfo or EditUserCredentials'),
  },
  EditMessages: {
    access: 'read and change',
    operations: 4,
    call: call('PUT', `${ext}/message-store/{messageId}`, 'Medium', 'EditMessages'),
  },
  EditPaymentInfo: { access: 'read and change', operations: 0 },
  EditPresence: {
    access: 'read and change',
    operations: 4,
    call: call('PUT', `${ext}/presence`, 'Medium'),
  },
  EditReportingSettings: { access: 'read and change', approval: 'request', operations: 0 },
  EditUserCredentials: { access: 'read and change', approval: 'request', operations: 0 },
  EditWebinars: {
    access: 'read and change',
    operations: 12,
    call: call('POST', '/webinar/configuration/v1/webinars', 'Heavy'),
  },
  Faxes: {
    access: 'special',
    operations: 1,
    call: call('POST', `${ext}/fax`, 'Heavy', 'OutboundFaxes'),
  },
  Glip: { access: 'read and change', operations: 0 },
  InternalMessages: {
    access: 'special',
    operations: 1,
    call: call('POST', `${ext}/company-pager`, 'Medium', 'InternalSMS'),
  },
  Interoperability: {
    operations: 0,
    seen: { source: sources.oauth2019, words: 'in the guide of June 2019' },
  },
  Meetings: { access: 'create, read, change, delete', operations: 0 },
  NumberLookup: {
    operations: 0,
    seen: { source: sources.oauth2019, words: 'in the guide of June 2019' },
  },
  ReadAccounts: {
    access: 'read',
    operations: 106,
    call: call('GET', ext, 'Light', 'ReadExtensions'),
  },
  ReadAuditTrail: {
    operations: 1,
    call: call('POST', `${account}/audit-trail/search`, 'Heavy'),
    seen: { source: sources.openApi, words: 'in the API description of August 2026' },
  },
  ReadCallLog: {
    access: 'read',
    operations: 9,
    call: call('GET', `${ext}/call-log`, 'Heavy', 'ReadCallLog'),
  },
  ReadCallRecording: {
    access: 'read',
    operations: 2,
    call: call('GET', `${account}/recording/{recordingId}`, 'Heavy', 'ReadCallRecording'),
  },
  ReadClientInfo: { access: 'special', operations: 0 },
  ReadContacts: {
    access: 'read',
    operations: 4,
    call: call('GET', `${ext}/address-book/contact`, 'Heavy', 'ReadPersonalContacts'),
  },
  ReadMessages: {
    access: 'read',
    operations: 7,
    call: call('GET', `${ext}/message-store`, 'Light', 'ReadMessages'),
  },
  ReadPresence: {
    access: 'read',
    operations: 5,
    call: call('GET', `${ext}/presence`, 'Light', 'ReadPresenceStatus'),
  },
  ReadWebinars: {
    access: 'special',
    operations: 23,
    call: call('GET', '/webinar/configuration/v1/webinars', 'Heavy'),
  },
  RingOut: {
    access: 'special',
    operations: 3,
    call: call('POST', `${ext}/ring-out`, 'Heavy'),
  },
  RingSense: {
    operations: 2,
    call: call(
      'GET',
      '/ai/ringsense/v1/public/accounts/~/domains/{domain}/records/{sourceRecordId}/insights',
      'Light',
    ),
    seen: { source: sources.openApi, words: 'in the API description of August 2026' },
  },
  RoleManagement: {
    access: 'special',
    approval: 'request',
    operations: 9,
    call: call('PUT', `${ext}/assigned-role`, 'Medium', 'EditAssignedRoles'),
  },
  SMS: {
    access: 'special',
    operations: 22,
    call: call('POST', `${ext}/sms`, 'Medium', 'OutboundSMS'),
  },
  SubscriptionWebhook: { access: 'special', operations: 0 },
  TeamMessaging: {
    operations: 66,
    call: call('GET', '/team-messaging/v1/chats', 'Medium'),
  },
  TelephonySessions: {
    operations: 0,
    seen: {
      source: {
        label: 'RingCentral.Net issue 4',
        href: 'https://github.com/ringcentral/RingCentral.Net/issues/4',
      },
      words: 'in an error of 2019',
    },
  },
  Video: {
    access: 'create, read, change, delete',
    operations: 13,
    call: call('POST', '/rcvideo/v2/account/~/extension/~/bridges', 'Heavy'),
  },
  Voicemail: { access: 'special', operations: 0 },
  VoipCalling: {
    access: 'special',
    operations: 1,
    call: call('POST', '/restapi/v1.0/client-info/sip-provision', 'Heavy'),
  },
  WebSocket: {
    operations: 1,
    call: call('POST', '/restapi/oauth/wstoken', 'Auth'),
    seen: { source: sources.openApi, words: 'in the API description of August 2026' },
  },
};
