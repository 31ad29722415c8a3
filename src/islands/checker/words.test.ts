import { expect, it } from 'vitest';
import { pageChoices } from './words.ts';

it('tells the pages by the words that a reader was told, beside RingCentral’s headings', () => {
  expect(pageChoices.map(({ title, when }) => [title, when])).toEqual([
    ['Auth', 'New portal (current), since 2021'],
    ['Where will you be calling the API from?', 'Classic portal, 2020 to 2021'],
    ['App Type & Platform', 'Classic portal, 2018 to 2020'],
  ]);
});
