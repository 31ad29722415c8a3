import { describe, expect, it } from 'vitest';
import type { AppSettings } from '#app-settings/app.ts';
import { appSettingsSchema } from '#app-settings/schema.ts';
import type { Draft } from '#islands/app-form/draft.ts';
import { noProblems } from '#islands/app-form/problems.ts';
import {
  changesOf,
  draftOfApp,
  newDraft,
  problemsOf,
  settingsOf,
  withoutEdited,
} from './app-draft.ts';

const draft = (differences: Partial<Draft> = {}): Draft => ({
  ...newDraft('http://localhost:4321'),
  name: 'Mine',
  ...differences,
});

describe('the form of an app', () => {
  it('starts as an app that the sandbox takes, but for its name', () => {
    expect(appSettingsSchema.safeParse(settingsOf(draft())).success).toBe(true);
    const nameless = appSettingsSchema.safeParse(settingsOf(draft({ name: '' })));
    expect(nameless.error?.issues.map(({ path }) => path)).toEqual([['name']]);
  });

  it('sends what the portal asks for and nothing that it does not', () => {
    const classic = settingsOf(draft({ page: 'classic', platformType: 'ServerOther' }));
    expect(classic).toMatchObject({ portal: 'classic', platformType: 'ServerOther' });
    expect(classic).not.toHaveProperty('methods');
    const jwt = settingsOf(draft({ methods: ['jwt'] }));
    expect(jwt).not.toHaveProperty('platformType');
    expect(jwt.methods).toEqual(['jwt']);
  });

  it('drops lines that are empty and repairs none', () => {
    const { redirectUris } = settingsOf(draft({ redirectUris: ['', ' https://a.example/', ''] }));
    expect(redirectUris).toEqual([' https://a.example/']);
  });

  it('changes only what was changed', () => {
    const app: AppSettings = settingsOf(draft({ page: 'classic' }));
    expect(changesOf(app, draftOfApp(app))).toEqual({});
    expect(changesOf(app, { ...draftOfApp(app), name: 'Other', scopes: [] })).toEqual({
      name: 'Other',
      scopes: [],
    });
    const { issueRefreshTokens, ...silent } = app;
    expect(issueRefreshTokens).toBe(true);
    expect(changesOf(silent, draftOfApp(silent))).toEqual({});
    const bare = { ...app, redirectUris: [] };
    expect(changesOf(bare, draftOfApp(bare))).toEqual({});
  });
});

describe('what the sandbox objects to', () => {
  const issues = [
    { path: 'name', message: 'An app needs a name.' },
    { path: 'redirectUris.1', message: 'Not absolute.' },
    { path: 'redirectUris', message: 'Twice.' },
    { path: 'scopes.0', message: 'No scope.' },
    { path: '', message: 'Unknown: color.' },
  ];
  const typed = draft({ redirectUris: ['', 'https://a.example/', '', 'x'] });

  it('stands on its field, and on the line of the form that it is about', () => {
    expect(problemsOf(issues, typed)).toEqual({
      fields: { name: 'An app needs a name.', redirectUris: 'Twice.', scopes: 'No scope.' },
      lines: { 3: 'Not absolute.' },
      other: ['Unknown: color.'],
      count: 5,
    });
  });

  it('goes when its field is edited, and only then', () => {
    const left = withoutEdited(problemsOf(issues, typed), { redirectUris: [] });
    expect(left.lines).toEqual({});
    expect(left.fields).toEqual({ name: 'An app needs a name.', scopes: 'No scope.' });
    expect(left.count).toBe(3);
    expect(withoutEdited(noProblems, { name: 'x' })).toBe(noProblems);
  });
});
