import { describe, expect, it } from 'vitest';
import { createChooser } from './model.ts';

function open(address = '') {
  let listener = (): void => undefined;
  let fragment = address;
  const chooser = createChooser({
    fragment: () => fragment,
    replaceFragment: (next) => {
      fragment = `#${next}`;
    },
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
  return { chooser, follow, answer, fragment: () => fragment };
}

const browser = ['app', 'each', 'yes', 'browser', 'company', 'signed-in'];
const browserLink =
  '#what=app&for=each&page=yes&runs=browser&who=company&stay=signed-in&calls=none';

describe('the chooser', () => {
  it('asks first what is being built', () => {
    expect(open().chooser.question.value?.id).toBe('what');
  });

  it('goes from question to outcome by following links alone, past what the app will call', () => {
    const { chooser, answer, follow } = open();
    for (const value of browser) answer(value);
    expect(chooser.asksCalls.value).toBe(true);
    expect(chooser.outcome.value).toBeUndefined();
    expect(chooser.steps.value).toHaveLength(6);
    follow(chooser.hrefOfAnswer());
    expect(chooser.outcome.value?.id).toBe('code-browser');
    expect(chooser.moved.value).toBe(7);
  });

  it('asks what it will call once, and only where a flow is the answer', () => {
    const { chooser, answer, follow } = open();
    answer('bot');
    expect(chooser.asksCalls.value).toBe(false);
    expect(chooser.outcome.value?.id).toBe('bot');
    follow(`${browserLink}&at=who`);
    answer('others');
    expect(chooser.asksCalls.value).toBe(false);
    expect(chooser.outcome.value?.id).toBe('code-browser');
  });

  it('goes back to a question and loses no answer, those of another branch either', () => {
    const { chooser, answer, follow } = open(browserLink);
    const second = chooser.steps.value[1];
    if (!second) throw new Error('No step');
    follow(chooser.backTo(second.question.id));
    expect(chooser.question.value?.id).toBe('for');
    expect(chooser.steps.value).toHaveLength(1);
    answer('one');
    expect(chooser.outcome.value?.id).toBe('jwt-behind-server');
    follow(chooser.backTo(second.question.id));
    answer('each');
    expect(chooser.outcome.value?.id).toBe('code-browser');
  });

  it('opens a link at its outcome, with the brand of the accounts', () => {
    const { chooser, fragment } = open('#what=app&for=one&runs=server');
    expect(chooser.outcome.value?.id).toBe('jwt-server');
    chooser.wish({ brand: 'att' });
    expect(chooser.state.value.brand).toBe('att');
    expect(fragment()).toBe('#what=app&for=one&runs=server&brand=att');
    expect(chooser.outcome.value?.id).toBe('jwt-server');
    expect(chooser.moved.value).toBe(0);
  });

  it('fills the scopes by what is chosen, in place, and keeps the question open meanwhile', () => {
    const { chooser, follow } = open(`${browserLink}&at=calls`);
    chooser.wish({ calls: ['ringout'] });
    chooser.wish({ calls: ['ringout', 'call-log'] });
    expect(chooser.asksCalls.value).toBe(true);
    follow(chooser.hrefOfAnswer());
    expect(chooser.recommendation.value?.apps[0].scopes).toEqual([
      'ReadAccounts',
      'ReadCallLog',
      'RingOut',
    ]);
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

describe('the reader’s own redirect URI and name', () => {
  const app = ({ recommendation }: ReturnType<typeof createChooser>) =>
    recommendation.value?.apps[0];

  it('go into the app and the address, and a reload has them', () => {
    const { chooser, fragment } = open(browserLink);
    chooser.wish({ uri: 'https://app.example.com/callback', name: 'Shop' });
    expect(app(chooser)).toMatchObject({
      name: 'Shop',
      redirectUris: ['https://app.example.com/callback'],
    });
    const again = open(fragment()).chooser;
    expect(app(again)).toEqual(app(chooser));
    expect(again.typed.value).toEqual(chooser.typed.value);
  });

  it('a URI that no portal takes is named, is in no app, and is lost by nothing', () => {
    const { chooser, follow, answer, fragment } = open(browserLink);
    chooser.wish({ uri: 'com.example.shop:/done' });
    expect(chooser.typedProblems.value.uri).toMatch(/for mobile and desktop apps/);
    expect(app(chooser)?.redirectUris).toEqual(['http://localhost:5173/callback']);
    expect(open(fragment()).chooser.typed.value.uri).toBe('com.example.shop:/done');
    // To a phone it is a good one.
    follow(chooser.backTo('runs'));
    answer('phone');
    expect(chooser.typedProblems.value.uri).toBeUndefined();
    expect(app(chooser)?.redirectUris).toEqual(['com.example.shop:/done']);
  });

  it('a URI that was typed for another kind of app is told from one that was typed for this', () => {
    const { chooser, follow, answer, fragment } = open(browserLink);
    chooser.wish({ uri: 'https://app.example.com/cb' });
    expect(chooser.typedForOther.value).toBe(false);
    for (const page of [{ chooser, follow, answer }, open(fragment())]) {
      page.follow(page.chooser.backTo('runs'));
      page.answer('phone');
      expect(page.chooser.typed.value.uri).toBe('https://app.example.com/cb');
      expect(page.chooser.typedForOther.value).toBe(true);
      page.chooser.wish({ uri: 'https://app.example.com/phone' });
      expect(page.chooser.typedForOther.value).toBe(false);
    }
  });

  it('a name that is too long is named, and taken back it is the proposal again', () => {
    const { chooser } = open(browserLink);
    chooser.wish({ name: 'x'.repeat(65), uri: '' });
    expect(chooser.typedProblems.value.name).toMatch(/64 characters/);
    expect(app(chooser)?.name).toBe('My app');
    expect(app(chooser)?.redirectUris).toEqual(['http://localhost:5173/callback']);
    chooser.wish({ name: undefined, uri: undefined });
    expect(chooser.typedProblems.value).toEqual({});
  });

  it('a password in an address stays out of the page’s own', () => {
    const { chooser, fragment } = open(browserLink);
    chooser.wish({ uri: 'https://me:secret@app.example.com/cb' });
    expect(chooser.typedProblems.value.uri).toMatch(/user name or password/);
    expect(fragment()).not.toContain('secret');
    expect(chooser.typed.value.uri).toContain('secret');
  });
});
