import { expect, it } from 'vitest';
import { describeSettings } from './describe.ts';

// The words are those of each portal's own labels.
it.each<[string, Parameters<typeof describeSettings>[0]]>([
  ['Private, Mobile (iOS)', { portal: 'classic', audience: 'private', platformType: 'MobileIOS' }],
  ['Public, Server/Bot', { portal: 'classic', audience: 'public', platformType: 'ServerBot' }],
  ['Public, JWT auth flow', { portal: 'current', audience: 'public', methods: ['jwt'] }],
  [
    'Private, JWT auth flow, Password-based auth flow',
    { portal: 'current', audience: 'private', methods: ['jwt', 'password'] },
  ],
  // A platform type says 3-legged OAuth by itself …
  [
    'Private, iOS mobile app',
    {
      portal: 'current',
      audience: 'private',
      methods: ['three-legged'],
      platformType: 'MobileIOS',
    },
  ],
  // … but not where it stands beside another method, or where none is chosen yet.
  [
    'Public, Server-side web app (most common), 3-legged OAuth flow, JWT auth flow',
    {
      portal: 'current',
      audience: 'public',
      methods: ['three-legged', 'jwt'],
      platformType: 'ServerWeb',
    },
  ],
  [
    'Private, 3-legged OAuth flow',
    { portal: 'current', audience: 'private', methods: ['three-legged'] },
  ],
  // While somebody changes from one method to the other.
  [
    'Private, iOS mobile app, JWT auth flow',
    { portal: 'current', audience: 'private', methods: ['jwt'], platformType: 'MobileIOS' },
  ],
  // What a portal has no label for is called as the new-app link calls it.
  [
    'Private, ServerOther',
    {
      portal: 'current',
      audience: 'private',
      methods: ['three-legged'],
      platformType: 'ServerOther',
    },
  ],
  ['Public', { portal: 'classic', audience: 'public' }],
])('%s', (words, settings) => {
  expect(describeSettings(settings)).toBe(words);
});
