import type { AppSettings, Audience } from './app.ts';
import { methodLabels, platformLabels } from './portals.ts';

const audienceNames: Record<Audience, string> = { private: 'Private', public: 'Public' };

/** An app's settings in a few words, such as "Private, Mobile (iOS)" or "Public, JWT auth flow". A platform type alone says 3-legged OAuth. */
export function describeSettings({
  portal,
  audience,
  platformType,
  methods = [],
}: Pick<AppSettings, 'portal' | 'audience' | 'platformType' | 'methods'>): string {
  const names = methods
    .filter(
      (method) => method !== 'three-legged' || platformType === undefined || methods.length > 1,
    )
    .map((method) => methodLabels[method]);
  const label = platformType && (platformLabels[platformType][portal] ?? platformType);
  return [audienceNames[audience], ...(label ? [label] : []), ...names].join(', ');
}
