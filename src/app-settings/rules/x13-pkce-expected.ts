import type { PlatformType } from '../app.ts';
import { sources } from '../sources.ts';
import { noChange, type Rule } from './rule.ts';

const types: ReadonlySet<PlatformType | undefined> = new Set([
  'BrowserBased',
  'MobileIOS',
  'MobileAndroid',
  'DesktopWindows',
  'DesktopMac',
] as const);

export const pkceExpected: Rule = {
  id: 'X13',
  words:
    'The portal says that client-side web, Android, iOS, Windows and Mac apps must use PKCE. What RingCentral answers without it is not known.',
  source: [sources.createAppNewPortal],
  basis: 'stated',
  part: 'settings',
  // A warning: the answer to a request without PKCE was never seen, so nothing can be enforced (Q3).
  applies: (settings, _facts, flow) =>
    flow === 'auth-code' && settings.portal === 'current' && types.has(settings.platformType)
      ? 'warning'
      : undefined,
  smallestChange: noChange,
};
