import { expect, it } from 'vitest';
import { plainSegments } from '#diagnosis/compare/segments.ts';
import { showInvisible as partsOf } from '#islands/parts/invisible.ts';
import { isInvisible } from '#protocol/text/invisible.ts';
import { showInvisible } from '#sandbox/views/html.ts';

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const codePoints = [
  ...range(0x00, 0x20),
  ...range(0x7f, 0xa0),
  0xad,
  0x61c,
  ...range(0x2000, 0x200f),
  ...range(0x2028, 0x202f),
  ...range(0x2060, 0x2064),
  ...range(0x2066, 0x2069),
  0x3000,
  0xfeff,
  0xe0041,
];
const nameOf = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

it('the sandbox’s pages, the explanations and the rows of a request show the same characters', () => {
  const unseen = (shows: (text: string) => boolean) =>
    codePoints.filter((one) => !shows(String.fromCodePoint(one))).map(nameOf);
  expect(unseen(isInvisible)).toEqual([]);
  expect(unseen((one) => showInvisible(`a${one}b`) !== `a${one}b`)).toEqual([]);
  expect(unseen((one) => plainSegments(one)[0]?.tone === 'invisible')).toEqual([]);
  expect(unseen((one) => partsOf(one)[0]?.mark !== undefined)).toEqual([]);
});

it('what can be seen stays as it is', () => {
  const text = 'https://app.example/é/日本/🙂?a=%20&b=~_-';
  expect(showInvisible(text)).toBe(text);
  expect(plainSegments(text)).toEqual([{ text, tone: 'plain' }]);
  expect(partsOf(text)).toEqual([{ text }]);
});

it('a direction isolate and a soft hyphen are written out', () => {
  expect(showInvisible('a\u2066b\u00adc\u3000')).toBe('a%E2%81%A6b%C2%ADc%E3%80%80');
});
