import type { AppSpec } from './row.ts';

const classic = {
  portal: 'classic',
  audience: 'private',
  issueRefreshTokens: true,
  scopes: ['ReadAccounts', 'ReadCallLog'],
} as const;

/** A confidential client with one redirect URI. */
export const web: AppSpec = {
  ...classic,
  name: 'Conformance web',
  platformType: 'ServerWeb',
  redirectUris: ['https://app.example.com/callback'],
};

/** A public client with one redirect URI. */
export const browser: AppSpec = {
  ...classic,
  name: 'Conformance browser',
  platformType: 'BrowserBased',
  redirectUris: ['https://spa.example.com/callback'],
};

/** A native public client: loopback on both address families and by name. */
export const desktop: AppSpec = {
  ...classic,
  name: 'Conformance desktop',
  platformType: 'DesktopOther',
  redirectUris: ['http://127.0.0.1/callback'],
};

export const mobile: AppSpec = {
  ...classic,
  name: 'Conformance mobile',
  platformType: 'MobileIOS',
  redirectUris: ['com.example.app:/callback'],
};

/** Two redirect URIs, so that leaving it out is ambiguous. */
export const twoUris: AppSpec = {
  ...web,
  name: 'Conformance two',
  redirectUris: ['https://app.example.com/one', 'https://app.example.com/two'],
};

/** A redirect URI with a query of its own. */
export const withQuery: AppSpec = {
  ...web,
  name: 'Conformance query',
  redirectUris: ['https://app.example.com/callback?tenant=a%2Fb&x=1'],
};

/** A confidential client that users cannot sign in to, for the password grant. */
export const noUi: AppSpec = {
  ...classic,
  name: 'Conformance no UI',
  platformType: 'ServerOther',
  redirectUris: [],
};

export const withoutRefresh: AppSpec = {
  ...browser,
  name: 'Conformance without refresh',
  issueRefreshTokens: false,
};

/** Only ReadAccounts, so that the call log is out of reach. */
export const accountsOnly: AppSpec = {
  ...web,
  name: 'Conformance accounts',
  scopes: ['ReadAccounts'],
};

/** A client whose id and secret need every part of the form encoding (AS-102). */
export const odd: AppSpec = {
  ...web,
  name: 'Conformance odd',
  clientId: 'a b:c',
  clientSecret: 'p:q+% ~/é&=',
};

/** A secret that reads the same raw, yet differs once decoded: `+` is a space to a decoder. */
export const plus: AppSpec = {
  ...web,
  name: 'Conformance plus',
  clientId: 'plus',
  clientSecret: 'one+two',
};

/** A confidential client of the current portal that takes JWT credentials. */
export const jwtApp: AppSpec = {
  portal: 'current',
  audience: 'private',
  name: 'Conformance JWT',
  methods: ['jwt'],
  issueRefreshTokens: true,
  redirectUris: [],
  scopes: ['ReadAccounts', 'ReadCallLog'],
};
