import { expect, test } from 'vitest';
import { programPart } from './program-part.ts';

const code = `first
//: one
a
  b

//: two words
    //: three
    c
      d
`;

test('a part ends at the next mark, without blank lines at its end', () => {
  expect(programPart(code, 'one')).toEqual({ text: 'a\n  b', from: 3, to: 4 });
});

test('an indented part moves to the margin', () => {
  expect(programPart(code, 'three')).toEqual({ text: 'c\n  d', from: 8, to: 9 });
});

test('a part that is not there is nothing', () => {
  expect(programPart(code, 'four')).toBeUndefined();
});

test('the last part of a class comes without the end of the class', () => {
  const inClass = 'class A {\n  //: last\n  b() {\n    c();\n  }\n}\n';
  expect(programPart(inClass, 'last')).toEqual({ text: 'b() {\n  c();\n}', from: 3, to: 5 });
});
