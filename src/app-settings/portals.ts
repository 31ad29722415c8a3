import type { AuthMethod, PlatformType } from './app.ts';

/** What each settings page calls a platform type; absent where it does not offer it. */
export interface PlatformLabels {
  /** The wizard of 2018 to 2020: the words of the classic portal. */
  classic: string;
  /** The page of 2020 to 2021, which asked where the API is called from. */
  office?: string;
  /** The Auth card, since August 2021. */
  current?: string;
}

/** The labels of both portals, as their guides and pictures show them. */
export const platformLabels: Record<PlatformType, PlatformLabels> = {
  ServerWeb: {
    classic: 'Server/Web',
    office: 'Web server (e.g. Tomcat, Node.js)',
    current: 'Server-side web app (most common)',
  },
  BrowserBased: {
    classic: 'Browser-based',
    office: 'Web browser (Javascript)',
    current: 'Client-side web app, e.g. SPA, Javascript',
  },
  MobileIOS: { classic: 'Mobile (iOS)', office: 'iOS', current: 'iOS mobile app' },
  MobileAndroid: { classic: 'Mobile (Android)', office: 'Android', current: 'Android mobile app' },
  MobileOther: { classic: 'Mobile (Other)' },
  DesktopWindows: {
    classic: 'Desktop (Windows)',
    office: 'Windows Desktop',
    current: 'Windows desktop app',
  },
  DesktopMac: { classic: 'Desktop (Mac)', office: 'Mac Desktop', current: 'Mac desktop app' },
  DesktopOther: { classic: 'Desktop (Other)' },
  ServerOther: {
    classic: 'Server-only (No UI)',
    office: 'Other Non-UI (e.g. cronjob, daemon, command line)',
  },
  ServerBot: { classic: 'Server/Bot', office: 'Messaging Bot' },
};

/** The app types that the current portal offers under three-legged OAuth. */
export const currentPlatformTypes: ReadonlySet<PlatformType> = new Set(
  (Object.keys(platformLabels) as PlatformType[]).filter(
    (type) => platformLabels[type].current !== undefined,
  ),
);

/** The current portal's labels for its methods. */
export const methodLabels: Record<AuthMethod, string> = {
  'three-legged': '3-legged OAuth flow',
  password: 'Password-based auth flow',
  jwt: 'JWT auth flow',
};
