import type { AppSettings, AuthMethod } from '#app-settings/app.ts';
import { currentPlatformTypes } from '#app-settings/portals.ts';
import { anyName, type Draft, settingsIn } from '#islands/app-form/draft.ts';

function currentReading(draft: Draft, methods: AuthMethod[]): AppSettings {
  const settings = settingsIn('current', { ...draft, methods });
  return methods.includes('three-legged') ? settings : { ...settings, redirectUris: [] };
}

/**
 * The settings that the form describes, in the portals that they can be read in: one, or both where
 * the reader cannot see the page. A type that the current portal does not offer is read as classic alone.
 */
export function readings(form: Draft): [AppSettings, ...AppSettings[]] {
  const named = { ...form, name: form.name.trim() || anyName };
  const { page, platformType, methods } = named;
  if (page === 'classic') return [settingsIn('classic', named)];
  if (page === 'current') return [currentReading(named, methods)];
  // Who cannot see the page has chosen nothing: each portal has what it starts with.
  const draft = { ...named, classicRefresh: true, issueRefreshTokens: false };
  const classic = settingsIn('classic', draft);
  if (platformType === 'ServerOther') {
    return [currentReading(draft, ['jwt']), classic];
  }
  if (!currentPlatformTypes.has(platformType)) return [classic];
  return [currentReading(draft, ['three-legged']), classic];
}
