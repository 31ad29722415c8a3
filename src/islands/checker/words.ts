import type { Audience, AuthMethod, FlowId, PlatformType, Portal } from '#app-settings/app.ts';
import {
  type PageLook,
  settingLabels,
  type SettingsPage,
  settingsPages,
} from '#app-settings/settings-page.ts';
import type { Basis } from '#app-settings/rules/rule.ts';

/** The labels that a page is known by: what its description quotes, less its own name. */
function quoted({ shows, name }: SettingsPage): string[] {
  const labels = [...shows.matchAll(/“([^”]+)”/g)].map(([, label = '']) => label);
  return labels.filter((label) => label !== name).slice(0, 3);
}

/** The ways in which a reader's settings page can look, the newest first. */
export const pageChoices: { look: PageLook; title: string; when: string; labels: string[] }[] =
  settingsPages
    .map((page) => ({
      look: page.look,
      title: page.name,
      when: page.years,
      labels: quoted(page),
    }))
    .reverse();

export const portalReading: Record<Portal, string> = {
  current: 'If the page has an Auth card',
  classic: 'If the page asks for a platform type',
};

export const audienceWords: Record<Audience, { title: string; note: string }> = {
  private: { title: 'Private', note: 'Our company’s RingCentral account alone' },
  public: { title: 'Public', note: 'Any RingCentral customer' },
};

/** What choosing it means: the page's own words where they are short. */
export function audienceNote(audience: Audience, look: PageLook | undefined): string {
  const label = settingLabels.find(({ value }) => value === audience)?.office;
  // The slash may end a line.
  return (
    (look === 'office' ? label?.replace('/', '/\u200b') : undefined) ?? audienceWords[audience].note
  );
}

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

/** What a page calls a platform type; undefined where it does not offer it. */
export function platformLabel(type: PlatformType, look: PageLook | undefined): string | undefined {
  if (look === undefined) return plainTypes[type];
  return settingLabels.find(({ value }) => value === type)?.[look];
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
