import { expect, test } from 'vitest';
import { errorCodes, errorEntry } from '#protocol/errors/catalogue.ts';
import { knownParts } from './known-parts.ts';

test('B23 the guide has its address wherever an entry names it', () => {
  expect(knownParts(errorEntry('OAU-106').source)).toEqual([
    {
      text: 'RingCentral developer guide, basics/errors',
      href: 'https://github.com/ringcentral/ringcentral-api-docs/blob/64067a50/docs/basics/errors.md',
    },
  ]);
});

test('a section of an RFC has its address, and the words around it stay', () => {
  expect(knownParts('RFC 6749 sections 3.1.1 and 4.1.2.1; AS-045')).toEqual([
    {
      text: 'RFC 6749 sections 3.1.1 and 4.1.2.1',
      href: 'https://www.rfc-editor.org/rfc/rfc6749.html#section-3.1.1',
    },
    { text: '; AS-045' },
  ]);
});

test.each(errorCodes)('the parts of what is known of %s are its text', (code) => {
  const { source } = errorEntry(code);
  expect(
    knownParts(source)
      .map(({ text }) => text)
      .join(''),
  ).toBe(source);
});
