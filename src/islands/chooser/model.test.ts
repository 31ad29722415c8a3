import { describe, expect, it } from 'vitest';
import { createChooser } from './model.ts';

function open(address = '') {
  let listener = (): void => undefined;
  let fragment = address;
  const chooser = createChooser({
    fragment: () => fragment,
    onFragment: (heard) => {
      listener = heard;
      return () => undefined;
    },
  });
  chooser.start();
  const follow = (href: string): void => {
    fragment = href;
    listener();
  };
  const answer = (value: string): void => {
    const question = chooser.question.value;
    if (!question) throw new Error('Nothing is asked');
    follow(chooser.hrefOf(question, value));
  };
  return { chooser, follow, answer };
}

describe('the chooser', () => {
  it('asks first what is being built', () => {
    expect(open().chooser.question.value?.id).toBe('what');
  });

  it('goes from question to outcome by following links alone', () => {
    const { chooser, answer } = open();
    for (const value of ['app', 'each', 'yes', 'browser', 'company', 'signed-in']) answer(value);
    expect(chooser.outcome.value?.id).toBe('code-browser');
    expect(chooser.steps.value).toHaveLength(6);
    expect(chooser.moved.value).toBe(6);
  });

  it('goes back to a question and loses no answer, those of another branch either', () => {
    const { chooser, answer, follow } = open();
    for (const value of ['app', 'each', 'yes', 'browser', 'company', 'signed-in']) answer(value);
    const second = chooser.steps.value[1];
    if (!second) throw new Error('No step');
    follow(chooser.backTo(second.question));
    expect(chooser.question.value?.id).toBe('for');
    expect(chooser.steps.value).toHaveLength(1);
    answer('one');
    expect(chooser.outcome.value?.id).toBe('jwt-behind-server');
    follow(chooser.backTo(second.question));
    answer('each');
    expect(chooser.outcome.value?.id).toBe('code-browser');
  });

  it('opens a link at its outcome, with the brand of the accounts', () => {
    const { chooser, follow } = open('#what=app&for=one&runs=server');
    expect(chooser.outcome.value?.id).toBe('jwt-server');
    follow(chooser.hrefOfBrand('att'));
    expect(chooser.state.value.brand).toBe('att');
    expect(chooser.outcome.value?.id).toBe('jwt-server');
  });

  it('says what of a link it cannot read, and asks on from what it can', () => {
    const { chooser } = open('#what=app&for=robots');
    expect(chooser.problems.value).toEqual(['for=robots']);
    expect(chooser.question.value?.id).toBe('for');
  });

  it('passes over an anchor of the page, and over a question that is not on the path', () => {
    const { chooser, follow } = open('#what=app&at=stay');
    expect(chooser.question.value?.id).toBe('for');
    follow('#_top');
    expect(chooser.question.value?.id).toBe('for');
    expect(chooser.moved.value).toBe(0);
  });
});
