import { describe, expect, it } from 'vitest';
import { everyPath, pathOf } from './path.ts';
import { answerInBrief, type Answers, matches, type Pattern } from './question.ts';
import { questions } from './questions.ts';

/** What was asked and answered, and the open question or the end. */
function walk(
  answers: Answers,
): [steps: string, next: string | undefined, end?: string | undefined] {
  const { steps, next, outcome } = pathOf(answers);
  const line = steps.map(({ question, answer }) => `${question.id}=${answer}`).join(' ');
  return [line, next?.id, outcome?.id];
}

describe('the way through the questions', () => {
  it.each<[string, Answers, ReturnType<typeof walk>]>([
    ['begins with the first question', {}, ['', 'what', undefined]],
    ['stops at an answer that the question does not have', { what: 'toaster' }, ['', 'what']],
    [
      'stops there though later ones are answered',
      { what: 'app', for: 'each', page: 'perhaps', runs: 'server' },
      ['what=app for=each', 'page'],
    ],
    [
      'asks on until nothing hangs on an answer, though the flow is known',
      { what: 'app', for: 'each', page: 'yes', runs: 'phone', who: 'company' },
      ['what=app for=each page=yes runs=phone who=company', 'stay'],
    ],
    [
      'asks what a handful can do only where there is no page',
      { what: 'app', for: 'each', page: 'no' },
      ['what=app for=each page=no', 'few'],
    ],
    [
      'passes over answers that are not asked for',
      { what: 'app', for: 'one', page: 'no', admin: 'yes', runs: 'server', stay: 'used' },
      ['what=app for=one runs=server', undefined, 'jwt-server'],
    ],
    ['ends at once for a bot', { what: 'bot', for: 'one' }, ['what=bot', undefined, 'bot']],
    [
      'ends after two questions for customers',
      { what: 'app', for: 'customers', admin: 'no' },
      ['what=app for=customers admin=no', undefined, 'customers-jwt'],
    ],
  ])('%s', (_name, answers, expected) => {
    expect(walk(answers)).toEqual([expected[0], expected[1], expected[2]]);
  });

  it('from the answers given on, there and nowhere else', () => {
    const ends = everyPath({ what: 'app', for: 'one' });
    expect(ends.map(({ answers, outcome }) => [answers, outcome.id])).toEqual([
      [{ what: 'app', for: 'one', runs: 'server' }, 'jwt-server'],
      [{ what: 'app', for: 'one', runs: 'browser' }, 'jwt-behind-server'],
      [{ what: 'app', for: 'one', runs: 'extension' }, 'jwt-behind-server'],
      [{ what: 'app', for: 'one', runs: 'phone' }, 'jwt-behind-server'],
      [{ what: 'app', for: 'one', runs: 'desktop' }, 'jwt-behind-server'],
    ]);
    expect(everyPath({ what: 'ended' })).toHaveLength(1);
  });
});

it.each<[boolean, Pattern, Answers]>([
  [true, {}, {}],
  [true, {}, { what: 'app' }],
  [true, { what: 'app' }, { what: 'app', for: 'one' }],
  [false, { what: 'app', for: 'one' }, { what: 'app' }],
  [false, { what: 'app', for: 'one' }, { what: 'app', for: 'each' }],
  // A part of a word is another answer.
  [false, { stay: 'nobody' }, { stay: 'no' }],
  [true, { runs: ['browser', 'extension'] }, { runs: 'extension' }],
  [false, { runs: ['browser', 'extension'] }, { runs: 'phone' }],
  [false, { runs: ['browser', 'extension'] }, {}],
])('%s: %j wants these of %j', (expected, pattern, answers) => {
  expect(matches(pattern, answers)).toBe(expected);
});

it.each<[string, string | undefined, string]>([
  ['for', 'each', 'each person who uses it'],
  ['page', 'yes', 'yes, in a browser'],
  ['page', 'no', 'none'],
  ['few', 'no', 'no, or many'],
  ['runs', 'server', 'on a server'],
  ['who', 'company', 'my company'],
  ['stay', 'nobody', 'while nobody is there, too'],
  ['stay', undefined, ''],
  ['stay', 'forever', ''],
])('the answer in a line: %s=%s is "%s"', (id, answer, words) => {
  const question = questions.find((each) => each.id === id);
  expect(question && answerInBrief(question, answer)).toBe(words);
});
