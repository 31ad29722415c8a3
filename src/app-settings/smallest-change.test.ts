import { describe, expect, it } from 'vitest';
import type { AppSettings } from './app.ts';
import { smallestChange } from './smallest-change.ts';

const noInterface: AppSettings = {
  name: 'Test',
  portal: 'classic',
  audience: 'private',
  platformType: 'ServerOther',
  redirectUris: [],
  scopes: [],
};

describe('the smallest change', () => {
  it('of two steps asks for a new app where the first of them does, though the last is an edit (X3, X21)', () => {
    const change = smallestChange(noInterface, 'auth-code');
    expect(change?.changes).toEqual([
      'Give the app the platform type Server/Web.',
      'Add a redirect URI.',
    ]);
    expect(change?.how).toBe('new app');
    expect(change?.settings).toMatchObject({ platformType: 'ServerWeb' });
    expect(change?.settings.redirectUris).toHaveLength(1);
  });

  it('of one edit is an edit (X21)', () => {
    const change = smallestChange({ ...noInterface, platformType: 'ServerWeb' }, 'auth-code');
    expect(change).toMatchObject({ changes: ['Add a redirect URI.'], how: 'edit' });
  });

  it('is none where nothing is refused, and none where no setting helps (X20)', () => {
    expect(smallestChange(noInterface, 'password')).toBeUndefined();
    expect(smallestChange(noInterface, 'client-credentials')).toBeUndefined();
  });
});
