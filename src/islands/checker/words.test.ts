import { expect, it } from 'vitest';
import { classicPages } from './words.ts';

it('tells the classic pages by their headings, the newer first', () => {
  expect(classicPages).toEqual([
    { value: 'office', label: 'Where will you be calling the API from? (2020 to 2021)' },
    { value: 'wizard', label: 'App Type & Platform (2018 to 2020)' },
  ]);
});
