import type { Audience, AuthMethod, PlatformType, Portal } from './app.ts';
import { platformTypes } from './app.ts';
import { methodLabels, platformLabels } from './portals.ts';
import type { Source } from './sources.ts';
import { sources } from './sources.ts';

/** How the settings page of an app has looked; the first two are the classic portal. */
export const pageLooks = ['wizard', 'office', 'auth-card'] as const;
export type PageLook = (typeof pageLooks)[number];

export interface SettingsPage {
  look: PageLook;
  portal: Portal;
  name: string;
  /** When RingCentral made apps with it. */
  when: string;
  /** The same in years, for the head of a table. */
  years: string;
  /** What a reader sees on it, to know it by. */
  shows: string;
  /** Whether what was chosen can be edited later. */
  edits: string;
  source: readonly Source[];
}

/** The three settings pages, the oldest first. */
export const settingsPages: readonly SettingsPage[] = [
  {
    look: 'wizard',
    portal: 'classic',
    name: 'App Type & Platform',
    when: '2018 to February 2020',
    years: '2018 to 2020',
    shows:
      'An “Application Type”, Private or Public, and a “Platform Type” such as Server/Web; the page lists the “Authorization Flows” that follow from them.',
    edits:
      'Application type and platform type were fixed when the app was made. Whether they can be edited today is not known.',
    source: [sources.createApp2019, sources.oauth2019],
  },
  {
    look: 'office',
    portal: 'classic',
    name: 'Where will you be calling the API from?',
    when: 'February 2020 to July 2021',
    years: '2020 to 2021',
    shows:
      'An “Office Integration App” with the question “Where will you be calling the API from?”, an access level, and “Available Auth Flows” with ticks beside it.',
    edits:
      'The answers were fixed when the app was made. Whether they can be edited today is not known.',
    source: [sources.createApp2021],
  },
  {
    look: 'auth-card',
    portal: 'current',
    name: 'Auth',
    when: 'since August 2021',
    years: 'Since 2021',
    shows:
      'An “Auth” card with a choice of method, such as “3-legged OAuth flow” or “JWT auth flow”, and “Issue refresh tokens?”.',
    edits:
      'RingCentral’s FAQ of 2024 says that apps can be freely edited; it does not say which fields.',
    source: [sources.createAppNewPortal, sources.registerApp, sources.editApp],
  },
];

/** What each settings page calls one value of one setting; absent where it does not have it. */
export interface SettingLabels extends Partial<Record<PageLook, string>> {
  setting: 'Kind of app' | 'Platform type' | 'Method' | 'Audience' | 'Refresh tokens';
  /** The value in an app's settings here, where there is one. */
  value?: PlatformType | AuthMethod | Audience | boolean;
  /** What the new-app link calls it. */
  link?: string;
  /** What is to be known where a page has no such label. */
  note?: string;
}

const notes: Partial<Record<PlatformType, string>> = {
  ServerOther:
    'The Auth card asks no such question: for an app without a user interface, choose the JWT method.',
  ServerBot: 'Since 2020 a bot is a separate kind of app.',
};

const platforms = platformTypes.map((type): SettingLabels => {
  const { classic, office, current } = platformLabels[type];
  return {
    setting: 'Platform type',
    value: type,
    wizard: classic,
    ...(office !== undefined && { office }),
    ...(current !== undefined && { 'auth-card': current }),
    link: `type=${type}`,
    ...(notes[type] !== undefined && { note: notes[type] }),
  };
});

/** Both vocabularies side by side: every setting that has to do with flows, on each page. */
export const settingLabels: readonly SettingLabels[] = [
  {
    setting: 'Kind of app',
    office: 'Office Integration App',
    'auth-card': 'REST API App',
  },
  {
    setting: 'Kind of app',
    office: 'Messaging Bot',
    'auth-card': 'Bot Add-in',
    note: 'Bots and add-ins have a separate installation.',
  },
  ...platforms,
  {
    setting: 'Method',
    value: 'three-legged',
    'auth-card': methodLabels['three-legged'],
    note: 'The classic pages have no method: the platform type decides.',
  },
  {
    setting: 'Method',
    value: 'password',
    'auth-card': methodLabels.password,
    note: 'Gone from the guide since April 2025.',
  },
  {
    setting: 'Method',
    value: 'jwt',
    'auth-card': methodLabels.jwt,
    link: 'grantType=PersonalJWT',
    note: 'Since January 2022.',
  },
  {
    setting: 'Audience',
    value: 'private',
    wizard: 'Private',
    office: 'Only members of my organization/company',
    'auth-card':
      'This app is private and will only be callable using credentials from the same RingCentral account',
    link: 'public=false',
  },
  {
    setting: 'Audience',
    value: 'public',
    wizard: 'Public',
    office: 'All RingCentral Customers',
    'auth-card': 'This app is public and will be callable via any RingCentral customer',
    link: 'public=true',
    note: '“Only customers of selected brand partners” counts as public.',
  },
  {
    setting: 'Refresh tokens',
    value: true,
    'auth-card': 'Issue refresh tokens? Yes',
    note: 'In the classic portal they come with the platform type. No parameter of the new-app link sets it.',
  },
  {
    setting: 'Refresh tokens',
    value: false,
    'auth-card': 'Issue refresh tokens? No',
    note: 'The Auth card starts with it.',
  },
];
