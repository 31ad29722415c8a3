import { expect, it } from 'vitest';
import { clientType, type PlatformType } from './app.ts';

// RFC 6749 section 2.1: what runs in a browser, on a phone or on a desktop cannot keep a secret.
it.each<[PlatformType | undefined, 'public' | 'confidential']>([
  ['ServerWeb', 'confidential'],
  ['BrowserBased', 'public'],
  ['MobileIOS', 'public'],
  ['MobileAndroid', 'public'],
  ['MobileOther', 'public'],
  ['DesktopWindows', 'public'],
  ['DesktopMac', 'public'],
  ['DesktopOther', 'public'],
  ['ServerOther', 'confidential'],
  ['ServerBot', 'confidential'],
  [undefined, 'confidential'],
])('an app of type %s is a %s client', (platformType, type) => {
  expect(clientType({ platformType })).toBe(type);
});
