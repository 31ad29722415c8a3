import { type AppSettings, authMethods } from '#app-settings/app.ts';
import { methodLabels, platformLabels } from '#app-settings/portals.ts';
import { portalNames } from '../words.ts';

/** Each setting that a change can touch, under its label in the form, in words. */
function inWords(settings: AppSettings): [label: string, value: string][] {
  const { portal, audience, platformType, methods, issueRefreshTokens, redirectUris } = settings;
  const type = platformType && (platformLabels[platformType][portal] ?? platformType);
  return [
    ['Portal', portalNames[portal]],
    ['Who may use it', audience],
    ...authMethods.map((method): [string, string] => [
      methodLabels[method],
      methods?.includes(method) ? 'chosen' : 'not chosen',
    ]),
    ['Platform type', type ?? 'none'],
    ['Issue refresh tokens', issueRefreshTokens ? 'on' : 'off'],
    ['Redirect URIs', redirectUris.join(', ') || 'none'],
  ];
}

/**
 * What is different after a change: "Issue refresh tokens: now on.", a sentence a setting.
 *
 * @param before the settings as the form had them
 */
export function changedWords(before: AppSettings, after: AppSettings): string {
  const was = new Map(inWords(before));
  return inWords(after)
    .filter(([label, value]) => was.get(label) !== value)
    .map(([label, value]) => `${label}: now ${value}.`)
    .join(' ');
}
