import type { AppSettings, AuthMethod, PlatformType } from './app.ts';

/** The redirect URI that a change adds where an app has none: the quick starts' own. */
export const exampleRedirectUri = 'http://localhost:5000/oauth2callback';

/** The same app on another platform; `undefined` takes the platform away. */
export function withPlatform(settings: AppSettings, platformType?: PlatformType): AppSettings {
  const next = { ...settings };
  if (platformType === undefined) delete next.platformType;
  else next.platformType = platformType;
  return next;
}

/** The same app with a method chosen too; three-legged needs a platform, a web server unless it has one. */
export function withMethod(settings: AppSettings, method: AuthMethod): AppSettings {
  const methods = [...new Set([...(settings.methods ?? []), method])];
  const next = { ...settings, methods };
  return method === 'three-legged'
    ? withPlatform(next, settings.platformType ?? 'ServerWeb')
    : next;
}

/** The same app without three-legged OAuth, and so without a platform and a redirect. */
export function withoutThreeLegged(settings: AppSettings): AppSettings {
  const methods = (settings.methods ?? []).filter((method) => method !== 'three-legged');
  return withPlatform({ ...settings, methods });
}

/**
 * The same app as the current portal would have it with JWT: no platform, and refresh tokens as that
 * portal starts them, off: the same JWT brings the next token.
 */
export function asJwtApp(settings: AppSettings): AppSettings {
  return withPlatform({
    ...settings,
    portal: 'current',
    methods: ['jwt'],
    issueRefreshTokens: false,
  });
}
