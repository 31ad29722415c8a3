import { expect, test } from 'vitest';
import type { PlatformType } from './app.ts';
import { redirectUriProblem } from './redirect-uri.ts';

test.each<[string, PlatformType | undefined]>([
  ['https://app.example.com/callback', 'ServerWeb'],
  ['https://app.example.com/callback?tenant=1', 'ServerWeb'],
  ['http://localhost:5000/oauth2callback', 'ServerWeb'],
  ['http://127.0.0.1/callback', undefined],
  ['http://[::1]:4321/callback/', 'BrowserBased'],
  // What looks like a scheme or a user name behind the host is part of a query.
  ['https://app.example.com/?next=http://me@b.example/', 'ServerWeb'],
  ['https://app.example.com/@me', 'ServerWeb'],
  [`https://app.example.com/${'a'.repeat(1976)}`, 'ServerWeb'],
  ['com.example.app:/callback', 'MobileIOS'],
  ['com.example.app://callback', 'DesktopMac'],
])('%s is good for %s', (uri, type) => {
  expect(redirectUriProblem(uri, type)).toBeUndefined();
});

test.each<[string, PlatformType | undefined, string]>([
  ['', 'ServerWeb', 'empty'],
  ['/callback', 'ServerWeb', 'absolute'],
  ['https:app.example.com', 'ServerWeb', 'absolute'],
  ['https:/callback?next=https://app.example.com/', 'ServerWeb', 'absolute'],
  ['https:///callback', 'ServerWeb', 'absolute'],
  ['https://app.example.com/#x', 'ServerWeb', 'fragment'],
  ['https://app.example.com/#', 'ServerWeb', 'fragment'],
  ['https://*.example.com/', 'ServerWeb', 'wildcard'],
  ['https://app.example.com/a/../callback', 'ServerWeb', 'segments'],
  ['https://app.example.com/%2E%2e', 'ServerWeb', 'segments'],
  ['https://user@app.example.com/', 'ServerWeb', 'user name'],
  ['https://:secret@app.example.com/', 'ServerWeb', 'user name or password'],
  ['https://@app.example.com/', 'ServerWeb', 'user name'],
  ['HTTPS://:@app.example.com/', 'ServerWeb', 'user name'],
  ['http://@localhost:5000/', 'ServerWeb', 'user name'],
  ['http://app.example.com/', 'ServerWeb', 'https'],
  ['http://localhost.example.com/', 'ServerWeb', 'https'],
  ['http://127.0.0.1.example.com/', 'ServerWeb', 'https'],
  [' https://app.example.com/', 'ServerWeb', 'spaces'],
  ['https://app.example.com/\n', 'ServerWeb', 'line breaks'],
  ['https://app.example.com/ä', 'ServerWeb', 'percent-encoding'],
  ['https:\\\\app.example.com/', 'ServerWeb', 'percent-encoding'],
  ['com.example.app:/callback', 'ServerWeb', 'mobile and desktop'],
  ['javascript:alert(1)', 'BrowserBased', 'mobile and desktop'],
  ['javascript:alert(1)', 'MobileIOS', 'domain name in reverse'],
  ['data:text/html,x', 'DesktopMac', 'domain name in reverse'],
  ['file:///etc/passwd', 'DesktopMac', 'domain name in reverse'],
  ['myapp://callback', 'MobileAndroid', 'domain name in reverse'],
  [`https://app.example.com/${'a'.repeat(1977)}`, 'ServerWeb', '2000 characters at most'],
])('%j is refused for %s: %s', (uri, type, reason) => {
  expect(redirectUriProblem(uri, type)).toContain(reason);
});

test('a scheme that is refused is named, and what to do', () => {
  expect(redirectUriProblem('com.example.app:/callback', 'ServerWeb')).toBe(
    'A redirect URI uses https here; its own scheme, such as com.example.app:, is for mobile and desktop apps.',
  );
  expect(redirectUriProblem('myapp://callback', 'MobileIOS')).toBe(
    'A private-use scheme is a domain name in reverse, such as com.example.app:/callback; myapp: is not one.',
  );
});
