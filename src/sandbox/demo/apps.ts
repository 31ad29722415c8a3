import type { AppRecord } from '../store/records.ts';
import type { AuthMethod, PlatformType } from '#app-settings/app.ts';
import { clientType } from '#app-settings/app.ts';

/** Enough for every call that the site makes: the two extension paths and the two call logs. */
export const demoScopes = ['ReadAccounts', 'ReadCallLog'] as const;

/** What the quick starts' servers listen on, as RingCentral's own quick starts do. */
export const quickStartRedirectUri = 'http://localhost:5000/oauth2callback';

interface DemoApp {
  clientId: string;
  name: string;
  portal: 'classic' | 'current';
  audience: 'private' | 'public';
  platformType?: PlatformType;
  methods?: AuthMethod[];
  issueRefreshTokens: boolean;
}

const demoApps: readonly DemoApp[] = [
  classic('sandbox-server-web', 'Demo web server app', 'private', 'ServerWeb'),
  classic('sandbox-browser', 'Demo browser app', 'private', 'BrowserBased'),
  classic('sandbox-server-only', 'Demo app with no user interface', 'private', 'ServerOther'),
  classic('sandbox-mobile', 'Demo iOS app', 'private', 'MobileIOS'),
  classic('sandbox-desktop', 'Demo Windows app', 'private', 'DesktopWindows'),
  classic('sandbox-public-web', 'Demo public web server app', 'public', 'ServerWeb'),
  classic('sandbox-public-mobile', 'Demo public iOS app', 'public', 'MobileIOS'),
  {
    ...classic('sandbox-no-refresh', 'Demo app without refresh tokens', 'private', 'ServerWeb'),
    issueRefreshTokens: false,
  },
  {
    clientId: 'sandbox-current-web',
    name: 'Demo 3-legged web server app',
    portal: 'current',
    audience: 'private',
    platformType: 'ServerWeb',
    methods: ['three-legged'],
    issueRefreshTokens: false,
  },
  {
    clientId: 'sandbox-current-spa',
    name: 'Demo 3-legged browser app',
    portal: 'current',
    audience: 'private',
    platformType: 'BrowserBased',
    methods: ['three-legged'],
    issueRefreshTokens: true,
  },
  {
    clientId: 'sandbox-jwt',
    name: 'Demo JWT app',
    portal: 'current',
    audience: 'private',
    methods: ['jwt'],
    issueRefreshTokens: true,
  },
];

function classic(
  clientId: string,
  name: string,
  audience: DemoApp['audience'],
  platformType: PlatformType,
): DemoApp {
  return { clientId, name, portal: 'classic', audience, platformType, issueRefreshTokens: true };
}

/** The app without a user interface and the JWT app never send a user to a browser. */
function needsRedirectUri({ platformType }: DemoApp): boolean {
  return platformType !== undefined && platformType !== 'ServerOther';
}

/**
 * The apps that exist at every start.
 *
 * @param now milliseconds, on the sandbox's clock
 * @param siteOrigins the site's own origins: its `/callback/` on each is registered
 */
export function makeDemoApps(now: number, siteOrigins: readonly string[]): AppRecord[] {
  const redirectUris = [
    ...siteOrigins.map((origin) => `${origin}/callback/`),
    quickStartRedirectUri,
  ];
  return demoApps.map((app) => ({
    ...app,
    redirectUris: needsRedirectUri(app) ? [...redirectUris] : [],
    scopes: [...demoScopes],
    ...(clientType(app) === 'confidential' && { clientSecret: `${app.clientId}-secret` }),
    createdAt: now,
    demo: true,
  }));
}
