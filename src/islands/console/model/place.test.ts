import { describe, expect, it } from 'vitest';
import { placeLink, placeTitle, readPlace } from './place.ts';

describe('a place in the console', () => {
  it.each([
    { section: 'apps' },
    { section: 'apps', app: 'a b&c=d#e/ü%' },
    { section: 'apps', app: 'x', do: 'edit' },
    { section: 'requests', app: 'sandbox-browser' },
  ] as const)('is read from the link that it makes: %j', (place) => {
    expect(readPlace(placeLink(place))).toEqual(place);
  });

  it.each(['', '#', '#_top', '#apps'])('is not named by %j', (fragment) => {
    expect(readPlace(fragment)).toBeUndefined();
  });

  it('is the apps where only an app is named', () => {
    expect(readPlace('#app=sandbox-jwt')).toEqual({ section: 'apps', app: 'sandbox-jwt' });
  });

  it.each(['#section=secrets', '#section=apps&do=erase', '#app=', `#app=${'x'.repeat(300)}`])(
    'cannot be read from %s',
    (fragment) => {
      expect(readPlace(fragment)).toBe('damaged');
    },
  );

  it('is told by the title, the nearest first', () => {
    expect(placeTitle({ section: 'clock' }, undefined, 'Site')).toBe('Clock · Console · Site');
    expect(placeTitle({ section: 'apps', app: 'x' }, 'Mine', 'Site')).toBe(
      'Mine · Apps · Console · Site',
    );
    expect(placeTitle({ section: 'apps', app: 'x', do: 'edit' }, 'Mine', 'Site')).toBe(
      'Edit Mine · Apps · Console · Site',
    );
  });
});
