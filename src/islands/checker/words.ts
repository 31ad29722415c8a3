import type { Audience, AuthMethod, FlowId, PlatformType, Portal } from '#app-settings/app.ts';
import { methodLabels, platformLabels } from '#app-settings/portals.ts';
import type { Basis } from '#app-settings/rules/rule.ts';
import type { SettingsPage } from './model/draft.ts';

/** The three ways in which a reader's settings page can look, told by the labels that it shows. */
export const pageWords: Record<SettingsPage, { title: string; labels: string[]; note: string }> = {
  current: {
    title: 'It has an Auth section',
    labels: [methodLabels['three-legged'], methodLabels.jwt, 'Issue refresh tokens?'],
    note: 'Since August 2021',
  },
  classic: {
    title: 'It has a platform type',
    labels: ['Application Type', 'Platform Type', 'Authorization Flows'],
    note: 'Before August 2021',
  },
  unknown: {
    title: 'I cannot see it',
    labels: [],
    note: 'Answers for both where they differ',
  },
};

export const portalReading: Record<Portal, string> = {
  current: 'If the page has an Auth section',
  classic: 'If the page has a platform type',
};

export const audienceWords: Record<Audience, { title: string; note: string }> = {
  private: { title: 'Private', note: 'Our company’s RingCentral account alone' },
  public: { title: 'Public', note: 'Any RingCentral customer' },
};

export const methodNotes: Partial<Record<AuthMethod, string>> = {
  password: 'Gone from the portal’s guide since April 2025',
};

/** Where the code runs, for a reader who has no label to go by. */
export const plainTypes: Record<PlatformType, string> = {
  ServerWeb: 'On a web server',
  BrowserBased: 'In the browser, as JavaScript',
  MobileIOS: 'On an iPhone or iPad',
  MobileAndroid: 'On an Android phone',
  MobileOther: 'On another phone',
  DesktopWindows: 'On a Windows desktop',
  DesktopMac: 'On a Mac',
  DesktopOther: 'On another desktop',
  ServerOther: 'On a server, with no user interface',
  ServerBot: 'As a bot',
};

export function platformWords(type: PlatformType, page: SettingsPage): string {
  if (page === 'unknown') return plainTypes[type];
  return platformLabels[type][page] ?? platformLabels[type].classic;
}

/** Short names for the matrix and for sentences. */
export const shortNames: Record<FlowId, string> = {
  'auth-code': 'Code',
  'auth-code-pkce': 'PKCE',
  implicit: 'Implicit',
  password: 'Password',
  'refresh-token': 'Refresh',
  jwt: 'JWT',
  'client-credentials': 'Client cred.',
};

export const basisWords: Record<Basis, string> = {
  stated: 'Stated',
  observed: 'Observed',
  inferred: 'Inferred',
  sandbox: 'The sandbox’s own',
};
