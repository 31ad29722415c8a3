import { describe, expect, it } from 'vitest';
import { showInvisible } from './invisible.ts';

describe('what cannot be seen is shown', () => {
  it('marks a line break, a space, a tab and a zero-width space', () => {
    expect(showInvisible('a \t\n\u200b').map(({ mark }) => mark)).toEqual([
      undefined,
      '·',
      '→',
      '%0A',
      '%E2%80%8B',
    ]);
  });

  it('keeps every character of the value', () => {
    const value = ' x\u00a0y\r\n';
    expect(
      showInvisible(value)
        .map(({ text }) => text)
        .join(''),
    ).toBe(value);
  });
});
