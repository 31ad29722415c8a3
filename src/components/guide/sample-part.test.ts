import { expect, test } from 'vitest';
import { samplePart } from './sample-part.ts';

const code = '#!/bin/sh\n#: one\na=1\n\n#: two\nb=2\n';

test('a part ends where the next begins', () => {
  expect(samplePart(code, 'one')).toBe('a=1');
  expect(samplePart(code, 'two')).toBe('b=2');
});

test('the whole sample comes without its marks', () => {
  expect(samplePart(code)).toBe('#!/bin/sh\na=1\n\nb=2');
});

test('a part that is not there fails the build', () => {
  expect(() => samplePart(code, 'three')).toThrow('no part "three"');
});

test('a mark and its part may be indented, as inside a class', () => {
  const inside =
    'class A {\n    //: one\n    a() {\n        b();\n    }\n\n    //: two\n    c;\n}\n';
  expect(samplePart(inside, 'one')).toBe('a() {\n    b();\n}');
});
