import { expect, it } from 'vitest';
import { programAt } from './program-at.ts';

it.each([
  [
    'of the quick start, beside this site’s own',
    'http://localhost:5000/oauth2callback',
    'http://localhost:5000',
  ],
  ['by its number', 'http://127.0.0.1:8080/cb', 'http://127.0.0.1:8080'],
  ['of another computer', 'https://app.example/cb', undefined],
  ['of this site under its other name', 'http://127.0.0.1:4321/callback/', undefined],
  ['of a phone', 'com.example.app:/cb', undefined],
])('a redirect URI %s', (_, uri, at) => {
  expect(programAt(['http://localhost:4321/callback/', uri], 'http://localhost:4321')).toBe(at);
});
