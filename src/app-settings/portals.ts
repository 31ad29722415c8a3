import type { AuthMethod, PlatformType } from './app.ts';

/** What each portal calls a platform type; absent where it does not offer it. */
export interface PlatformLabels {
  classic: string;
  current?: string;
}

/** The labels of both portals, as their guides and pictures show them. */
export const platformLabels: Record<PlatformType, PlatformLabels> = {
  ServerWeb: { classic: 'Server/Web', current: 'Server-side web app (most common)' },
  BrowserBased: { classic: 'Browser-based', current: 'Client-side web app, e.g. SPA, Javascript' },
  MobileIOS: { classic: 'Mobile (iOS)', current: 'iOS mobile app' },
  MobileAndroid: { classic: 'Mobile (Android)', current: 'Android mobile app' },
  MobileOther: { classic: 'Mobile (Other)' },
  DesktopWindows: { classic: 'Desktop (Windows)', current: 'Windows desktop app' },
  DesktopMac: { classic: 'Desktop (Mac)', current: 'Mac desktop app' },
  DesktopOther: { classic: 'Desktop (Other)' },
  ServerOther: { classic: 'Server-only (No UI)' },
  ServerBot: { classic: 'Server/Bot' },
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
