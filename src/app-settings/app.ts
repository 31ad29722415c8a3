import * as z from 'zod/mini';

/** The `type` values of RingCentral's new-app link; the project's only names for a platform type. */
export const platformTypes = [
  'ServerWeb',
  'BrowserBased',
  'MobileIOS',
  'MobileAndroid',
  'MobileOther',
  'DesktopWindows',
  'DesktopMac',
  'DesktopOther',
  'ServerOther',
  'ServerBot',
] as const;
export const portals = ['classic', 'current'] as const;
export const audiences = ['private', 'public'] as const;
export const authMethods = ['three-legged', 'password', 'jwt'] as const;

/** The seven flows that an app's settings allow or refuse. */
export const flowIds = [
  'auth-code',
  'auth-code-pkce',
  'implicit',
  'password',
  'refresh-token',
  'jwt',
  'client-credentials',
] as const;

// Who reads no settings loads no schema: the marks let a bundler leave them out.
export const platformTypeSchema = /* @__PURE__ */ z.enum(platformTypes);
export const portalSchema = /* @__PURE__ */ z.enum(portals);
export const audienceSchema = /* @__PURE__ */ z.enum(audiences);
export const authMethodSchema = /* @__PURE__ */ z.enum(authMethods);
export const flowIdSchema = /* @__PURE__ */ z.enum(flowIds);

export type PlatformType = z.infer<typeof platformTypeSchema>;
export type Portal = z.infer<typeof portalSchema>;
export type Audience = z.infer<typeof audienceSchema>;
export type AuthMethod = z.infer<typeof authMethodSchema>;
export type FlowId = z.infer<typeof flowIdSchema>;

/**
 * What decides which flows an app may use. `classic` is the portal before August 2021
 * (audience and platform type); `current` chooses methods.
 */
export interface AppSettings {
  name: string;
  portal: Portal;
  audience: Audience;
  platformType?: PlatformType | undefined;
  methods?: AuthMethod[] | undefined;
  issueRefreshTokens?: boolean | undefined;
  redirectUris: string[];
  scopes: string[];
}

/** What an app is called where nobody gave it a name. */
export const anyAppName = 'My app';

/** RFC 6749 section 2.1, decided by the platform type (RFC 8252 sections 8.4 and 8.5). */
export type ClientType = 'public' | 'confidential';

const publicClientTypes: ReadonlySet<PlatformType> = new Set([
  'BrowserBased',
  'MobileIOS',
  'MobileAndroid',
  'MobileOther',
  'DesktopWindows',
  'DesktopMac',
  'DesktopOther',
]);

/** Browser, mobile and desktop apps cannot keep a secret; all others can. What RingCentral does is open. */
export function clientType(settings: Pick<AppSettings, 'platformType'>): ClientType {
  return settings.platformType && publicClientTypes.has(settings.platformType)
    ? 'public'
    : 'confidential';
}
