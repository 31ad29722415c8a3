import type { CaseInput } from './schema.ts';

type Settings = NonNullable<CaseInput['settings']>;

const current = (rest: Partial<Settings>): Settings => ({
  portal: 'current',
  audience: 'private',
  methods: ['three-legged'],
  platformType: 'ServerWeb',
  issueRefreshTokens: true,
  redirectUris: ['https://app.example.com/oauth/callback'],
  scopes: ['ReadAccounts', 'ReadCallLog'],
  ...rest,
});

/** A server-side web app of today's portal. */
export const webApp = current({});
/** The same without refresh tokens. */
export const webAppWithoutRefresh = current({ issueRefreshTokens: false });
/** A single-page app of today's portal. */
export const pageApp = current({
  platformType: 'BrowserBased',
  redirectUris: ['https://spa.example.com/'],
});
/** A page that also may place calls, and nothing else. */
export const phonePageApp = current({
  platformType: 'BrowserBased',
  redirectUris: ['https://spa.example.com/'],
  scopes: ['VoipCalling'],
});
/** A desktop app with a loopback address. */
export const desktopApp = current({
  platformType: 'DesktopWindows',
  redirectUris: ['http://127.0.0.1/callback'],
});
/** A job that signs in with a JWT. */
export const jwtApp: Settings = {
  portal: 'current',
  audience: 'private',
  methods: ['jwt'],
  issueRefreshTokens: true,
  redirectUris: [],
  scopes: ['ReadAccounts', 'SMS'],
};
/** A program of the time of passwords, made in the classic portal. */
export const classicJob: Settings = {
  portal: 'classic',
  audience: 'private',
  platformType: 'ServerOther',
  issueRefreshTokens: true,
  redirectUris: [],
  scopes: ['SMS', 'ReadCallLog'],
};
/** A web app made in the classic portal. */
export const classicWebApp: Settings = {
  ...classicJob,
  platformType: 'ServerWeb',
  redirectUris: ['https://crm.example.com/rc/callback'],
};
/** A browser app made in the classic portal. */
export const classicPageApp: Settings = {
  ...classicJob,
  platformType: 'BrowserBased',
  redirectUris: ['http://localhost:8888/'],
};
