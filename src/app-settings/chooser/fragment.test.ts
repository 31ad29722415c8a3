import { describe, expect, it } from 'vitest';
import { type ChooserState, readState, writeState } from './fragment.ts';

describe('the link to a state of the chooser', () => {
  it.each<[string, ChooserState]>([
    ['', { answers: {} }],
    // In the order of the questions, whatever the order of the answers was.
    ['what=app&for=each&page=yes', { answers: { page: 'yes', for: 'each', what: 'app' } }],
    ['what=app&at=for', { answers: { what: 'app' }, at: 'for' }],
    ['calls=none', { answers: {}, calls: [] }],
    ['calls=sms%2Cfax&at=calls', { answers: {}, calls: ['sms', 'fax'], at: 'calls' }],
    ['brand=att', { answers: {}, brand: 'att' }],
    [
      'what=app&calls=sms&name=Shop+%26+Co&uri=https%3A%2F%2Fa.example%2F%3Fx%3D1&brand=verizon',
      {
        answers: { what: 'app' },
        calls: ['sms'],
        name: 'Shop & Co',
        uri: 'https://a.example/?x=1',
        brand: 'verizon',
      },
    ],
  ])('"%s" is written and read', (fragment, state) => {
    expect(writeState(state)).toBe(fragment);
    expect(readState(`#${fragment}`)).toStrictEqual({ state, problems: [] });
    expect(readState(fragment)).toStrictEqual({ state, problems: [] });
  });

  it('says nothing of what is as it would be anyway', () => {
    expect(writeState({ answers: {}, brand: 'ringcentral', name: '', uri: '' })).toBe('');
  });

  it.each<[fragment: string, ChooserState, problems: string[]]>([
    ['brand=ringcentral', { answers: {}, brand: 'ringcentral' }, []],
    ['brand=nokia&what=app', { answers: { what: 'app' } }, ['brand=nokia']],
    ['at=lunch&what=app', { answers: { what: 'app' } }, ['at=lunch']],
    ['name=&uri=&what=app', { answers: { what: 'app' } }, ['name=', 'uri=']],
    ['what=app&for=', { answers: { what: 'app' } }, ['for=']],
    // An answer of another question.
    ['what=yes&page=app', { answers: {} }, ['what=yes', 'page=app']],
    ['sms=yes', { answers: {} }, ['sms=yes']],
    ['calls=', { answers: {}, calls: [] }, ['calls=']],
    ['v=1&what=app', { answers: { what: 'app' } }, []],
    // A name and a redirect URI may be any text, such as that of a brand or of a question.
    ['name=att&uri=calls', { answers: {}, name: 'att', uri: 'calls' }, []],
    ['v=2&what=app', { answers: {} }, ['A later version of this page wrote it, or it is damaged.']],
    // No line is longer than 80 characters: it is shown on the page.
    [`colour=${'x'.repeat(90)}`, { answers: {} }, [`colour=${'x'.repeat(73)}`]],
  ])('%s: what is good is used, what is not is named', (fragment, state, problems) => {
    expect(readState(`#${fragment}`)).toStrictEqual({ state, problems });
  });

  it('begins behind the first # alone', () => {
    expect(readState('#name=Shop #1').state.name).toBe('Shop #1');
    expect(readState('name=Shop #1').state.name).toBe('Shop #1');
  });

  it('has 20000 characters at most', () => {
    const longest = `name=${'x'.repeat(19_995)}`;
    expect(readState(`#${longest}`).state.name).toHaveLength(19_995);
    expect(readState(`#${longest}x`)).toStrictEqual({
      state: { answers: {} },
      problems: ['It has 20001 characters; answers need 20000 at most.'],
    });
  });
});
