import type { AppSettings } from './app.ts';

const base = 'https://developer.ringcentral.com/new-app';

/**
 * The link that opens RingCentral's form for a new app with these settings filled in. No parameter of
 * it sets *Issue refresh tokens*.
 *
 * @param settings Settings of either portal; a JWT app is named by `grantType=PersonalJWT`.
 * @param description What the app is for; the portal asks for 20 characters and takes 256.
 * @see RingCentral developer guide, New-app link
 */
export function newAppLink(settings: AppSettings, description: string): string {
  const jwt = settings.platformType === undefined && settings.methods?.includes('jwt') === true;
  const parameters: [string, string][] = [
    ['name', settings.name],
    ['desc', description],
    ['public', String(settings.audience === 'public')],
    ['type', settings.platformType ?? 'ServerOther'],
    ...(jwt ? [['grantType', 'PersonalJWT'] as [string, string]] : []),
    ...(settings.scopes.length > 0
      ? [['permissions', settings.scopes.join(',')] as [string, string]]
      : []),
    ...(settings.redirectUris.length > 0
      ? [['redirectUri', settings.redirectUris.join(',')] as [string, string]]
      : []),
  ];
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${base}?${query}`;
}
