import type { AppSettings } from '#app-settings/app.ts';
import { mostRedirectUris } from '#app-settings/schema.ts';

/**
 * The settings under which an app is made in the sandbox: the same, and with this site's callback,
 * so that the playground can be sent back to. An app without any redirect URI keeps none: that is
 * what it is tried for.
 */
export function sandboxSettings(settings: AppSettings, origin: string): AppSettings {
  const callback = `${origin}/callback/`;
  const { redirectUris } = settings;
  if (redirectUris.length === 0 || redirectUris.includes(callback)) return settings;
  return {
    ...settings,
    redirectUris: [callback, ...redirectUris].slice(0, mostRedirectUris),
  };
}
