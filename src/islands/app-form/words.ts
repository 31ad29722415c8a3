import type { Audience, AuthMethod, PlatformType } from '#app-settings/app.ts';
import type { AccountFacts } from '#app-settings/facts.ts';
import { type PageLook, settingLabels } from '#app-settings/settings-page.ts';

export const audienceWords: Record<Audience, { title: string; note: string }> = {
  private: { title: 'Private', note: 'Only our company’s RingCentral account' },
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

export type Brand = NonNullable<AccountFacts['brandEnvironment']>;

export const brandNames: Record<Brand, string> = {
  ringcentral: 'RingCentral',
  att: 'AT&T Office@Hand',
  verizon: 'Verizon',
};

/** For a list of them. */
export const brandChoices = (Object.keys(brandNames) as Brand[]).map((value) => ({
  value,
  label: brandNames[value],
}));
