import { describe, expect, it } from 'vitest';
import { readLanguage, writeLanguage } from '#islands/storage/language.ts';
import { fakeStorage } from '#islands/storage/testing/fake-storage.ts';
import { rememberedTab, rememberTab } from './remembered-tab.ts';

const tabs = ['http', 'curl', 'node', 'python'];
const key = 'request-as';

describe('the tab chosen last', () => {
  it('is the one that was chosen, where it is no program', () => {
    const storage = fakeStorage();
    writeLanguage(storage, 'python');
    expect(rememberedTab(storage, key, tabs)).toBeUndefined();
    rememberTab(storage, key, 'curl');
    expect(rememberedTab(storage, key, tabs)).toBe('curl');
    expect(readLanguage(storage)).toBe('python');
  });

  it('is a program in the language chosen last, wherever that was', () => {
    const storage = fakeStorage();
    rememberTab(storage, key, 'node');
    expect(readLanguage(storage)).toBe('node');
    writeLanguage(storage, 'python');
    expect(rememberedTab(storage, key, tabs)).toBe('python');
  });

  it('is none that is not there', () => {
    const storage = fakeStorage({ [key]: 'cobol', 'authorization-flows:language': 'cobol' });
    expect(rememberedTab(storage, key, tabs)).toBeUndefined();
    expect(readLanguage(storage)).toBeUndefined();
    expect(rememberedTab(undefined, key, tabs)).toBeUndefined();
  });
});
