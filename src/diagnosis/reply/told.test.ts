import { describe, expect, it } from 'vitest';
import { type Draft, finding } from '../finding.ts';
import { toldOf } from './told.ts';

const draft: Draft = {
  id: 'OAU-109',
  code: 'OAU-109',
  who: 'developer',
  title: 'The redirect URI ends with a slash that the registered one has not',
  why: 'They are compared letter by letter.',
  fix: 'Register the address as it is sent.',
};

describe('what a finding says in four lines', () => {
  it('names the setting as the console does, and who changes it', () => {
    const told = toldOf(finding(draft));
    expect(told.change).toEqual({ setting: 'Redirect URIs', text: draft.fix });
    expect(told.who).toMatch(/^The app’s developer/);
    expect(told.sure).toEqual([{ certainty: 'certain', text: `${draft.title}.` }]);
    expect(told).not.toHaveProperty('known');
  });

  it('says that no setting helps where the rule book has none', () => {
    const setting = { rule: 'X12', clientId: 'a', changes: [] } as const;
    const told = toldOf(finding({ ...draft, id: 'X12', setting: { ...setting, changes: [] } }));
    expect(told.change?.setting).toBe('');
    expect(toldOf(finding({ ...draft, id: 'X12', code: 'OAU-251' })).change?.setting).toBe('');
  });

  it('keeps certain and likely parts of the cause apart', () => {
    const told = toldOf(
      finding({ ...draft, claims: [{ text: 'It was typed by hand.', certainty: 'likely' }] }),
    );
    expect(told.sure.map(({ certainty }) => certainty)).toEqual(['certain', 'likely']);
    expect(toldOf(finding({ ...draft, certainty: 'likely' })).who).toMatch(/^Most likely/);
  });

  it('has what is known in the place of a change where the cause cannot be told', () => {
    const told = toldOf(
      finding({ ...draft, certainty: 'cannot tell', lacks: 'The body of the answer.' }),
    );
    expect(told).not.toHaveProperty('change');
    expect(told).toMatchObject({ known: draft.why, ask: 'The body of the answer.' });
  });
});
