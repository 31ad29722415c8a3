import { expect, it } from 'vitest';
import { emptyDraft, storedFormKey } from '#islands/app-form/draft.ts';
import { fakeStorage } from '#islands/storage/testing/fake-storage.ts';
import { formSettings } from './form-settings.ts';

const stored = (value: unknown) => fakeStorage({ [storedFormKey]: JSON.stringify(value) });

it('takes the settings that stand in the checker’s form, and none where nobody entered any', () => {
  const draft = { ...emptyDraft, redirectUris: ['https://a.example/cb', ''] };
  expect(formSettings(stored({ version: 1, draft, fragment: '' }))).toMatchObject({
    portal: 'current',
    redirectUris: ['https://a.example/cb'],
  });
  const classic = { ...draft, page: 'classic' };
  expect(formSettings(stored({ version: 1, draft: classic, fragment: '' }))?.portal).toBe(
    'classic',
  );
  for (const storage of [undefined, fakeStorage(), stored({ version: 2 })]) {
    expect(formSettings(storage)).toBeUndefined();
  }
});
