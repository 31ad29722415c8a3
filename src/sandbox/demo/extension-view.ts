import type { UserRecord } from '../store/records.ts';

const features = [
  { featureName: 'VoipCalling', enabled: true },
  { featureName: 'CallForwarding', enabled: true },
  { featureName: 'SMS', enabled: true },
  { featureName: 'Fax', enabled: true },
  {
    featureName: 'InternationalCalling',
    enabled: false,
    reason: 'AccountLimitation',
  },
];

const english = { id: '1033', name: 'English (United States)', localeCode: 'en-US' };

/** Where an extension is found. */
export function extensionUri(origin: string, { accountId, extensionId }: UserRecord): string {
  return `${origin}/restapi/v1.0/account/${accountId}/extension/${extensionId}`;
}

/** An extension as a list shows it, in the shape of `GetExtensionInfoResponse`. */
export function extensionSummary(user: UserRecord, origin: string) {
  const { accountId, extensionId, extensionNumber, name, email } = user;
  const [firstName = '', lastName = ''] = name.split(' ');
  return {
    uri: extensionUri(origin, user),
    id: extensionId,
    extensionNumber,
    account: { uri: `${origin}/restapi/v1.0/account/${accountId}`, id: String(accountId) },
    contact: {
      firstName,
      lastName,
      company: 'Sandbox Company',
      email,
      businessPhone: user.companyNumber,
      businessAddress: {
        street: '100 Example Street',
        city: 'Belmont',
        state: 'California',
        zip: '94002',
        country: 'United States',
      },
      emailAsLoginName: true,
      pronouncedName: { type: 'TextToSpeech', text: name },
    },
    name,
    type: 'User',
    status: user.disabled ? 'Disabled' : 'Enabled',
    permissions: {
      admin: { enabled: user.administrator },
      internationalCalling: { enabled: false },
    },
    profileImage: { uri: `${extensionUri(origin, user)}/profile-image` },
    hidden: false,
  };
}

/** The caller's own extension: more is told of it than of the others. */
export function ownExtension(user: UserRecord, origin: string) {
  return {
    ...extensionSummary(user, origin),
    regionalSettings: {
      timezone: {
        uri: `${origin}/restapi/v1.0/dictionary/timezone/58`,
        id: '58',
        name: 'US/Pacific',
        description: 'Pacific Time (US & Canada)',
        bias: '-480',
      },
      homeCountry: {
        uri: `${origin}/restapi/v1.0/dictionary/country/1`,
        id: '1',
        name: 'United States',
        isoCode: 'US',
        callingCode: '1',
      },
      language: english,
      greetingLanguage: english,
      formattingLocale: english,
      timeFormat: '12h',
    },
    serviceFeatures: features,
    setupWizardState: 'Completed',
  };
}
