import { describe, expect, test } from 'vitest';
import { pieces } from './link-terms.ts';
import { terms } from './terms.ts';

const linked = (text: string, seen = new Set<string>()) =>
  pieces(text, seen).flatMap(({ term, text: word }) => (term ? [`${word}:${term.id}`] : []));

describe('terms of the glossary in prose', () => {
  test('each term stands once, under an id of its own', () => {
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
  });

  test('the first use on a page is a link, the next is not, and no word is lost', () => {
    const seen = new Set<string>();
    const first = 'The rule book says it, and the rule book is checked.';
    expect(linked(first, seen)).toEqual(['rule book:rule-book']);
    expect(linked('Ask the rule book.', seen)).toEqual([]);
    expect(
      pieces(first, new Set())
        .map(({ text }) => text)
        .join(''),
    ).toBe(first);
  });

  test('several terms of one text, in their order', () => {
    expect(linked('A verdict of the rule book on a service user in the grace')).toEqual([
      'verdict:verdict',
      'rule book:rule-book',
      'service user:service-user',
      'grace:grace',
    ]);
  });

  test.each([
    ['The password grant ended.', ['grant:grant']],
    ['An administrator grants it.', []],
    ['Extension 101 signs in.', ['Extension:extension']],
    ['A Chrome extension or a browser extension.', []],
    ['A filename.extension and an extension-like word.', []],
    [
      'In the classic portal and the current portal',
      ['classic portal:classic-portal', 'current portal:current-portal'],
    ],
    ['', []],
  ])('%s', (text, expected) => {
    expect(linked(text)).toEqual(expected);
  });
});
