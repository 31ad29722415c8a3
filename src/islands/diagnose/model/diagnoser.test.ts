import { describe, expect, it } from 'vitest';
import { createDiagnoser, pause } from './diagnoser.ts';
import type { Outcome } from './reader.ts';
import { fakePage, shownOf } from './testing/fake-page.ts';
import { pageState } from './words.ts';

function make(fragment = '') {
  const fake = fakePage(fragment);
  const diagnoser = createDiagnoser(fake.surroundings);
  return { ...fake, diagnoser };
}

/** An answer that comes when the test says so. */
function later<Of>(): { promise: Promise<Of>; answer: (value: Of) => void } {
  let answer: (value: Of) => void = () => undefined;
  const promise = new Promise<Of>((resolve) => (answer = resolve));
  return { promise, answer };
}

describe('two tickets close behind each other', () => {
  it('shows the later paste, with its box closed, whatever the first one comes to', async () => {
    const { diagnoser, surroundings } = make();
    const [first, second] = [later<Outcome>(), later<Outcome>()];
    const answers = [first.promise, second.promise];
    surroundings.reader.read = () => answers.shift() ?? first.promise;
    const pastes = [diagnoser.paste({ text: 'one' }), diagnoser.paste({ text: 'two' })];
    first.answer({ kind: 'failed', reason: 'cancelled', message: 'Cancelled.' });
    await pastes[0];
    expect(diagnoser.isTyping.value).toBe(false);
    second.answer({ kind: 'shown', shown: shownOf('two') });
    await pastes[1];
    expect(diagnoser.shown.value?.text).toBe('two');
    expect(diagnoser.isTyping.value).toBe(false);
  });

  it.each(['#case=1.AAAA', '#event=EXAMPLE-1'])(
    'lets no link that opens late stand over a paste, or over what was forgotten: %s',
    async (fragment) => {
      const { diagnoser, surroundings, pass } = make(fragment);
      const job = later<unknown>();
      surroundings.doJob = () => job.promise as never;
      void diagnoser.start();
      await pass(0);
      await diagnoser.paste({ text: 'two' });
      job.answer({
        kind: fragment.includes('case') ? 'read' : 'found',
        shown: shownOf('old'),
        text: 'old',
      });
      await pass(0);
      expect(diagnoser.shown.value?.text).toBe('two');
    },
  );
});

describe('a ticket', () => {
  it('is two keys from paste to reply, and a third forgets it', async () => {
    const { diagnoser, copied, page } = make();
    void diagnoser.start();
    await diagnoser.paste({ text: 'OAU-251 with secret' });
    expect(diagnoser.phase.value.kind).toBe('shown');
    expect(diagnoser.announcement.value.text).toBe(
      'certain: The app may not use this flow, OAU-251.',
    );
    await diagnoser.copyReply();
    expect(copied).toHaveLength(1);
    expect(copied[0]).toContain('OAU-251');
    const before = page.isForgotten;
    diagnoser.forget();
    expect(page.isForgotten).toBeGreaterThan(before);
    expect(diagnoser.phase.value).toEqual({ kind: 'empty' });
    expect(diagnoser.reply.value).toBe('');
    expect(JSON.stringify(diagnoser.typed.value)).not.toContain('secret');
  });

  it('is judged anew beside settings, which the next one does not inherit', async () => {
    const { diagnoser, asked } = make();
    await diagnoser.paste({ text: 'one' });
    await diagnoser.useSettings({
      name: 'App',
      portal: 'current',
      audience: 'private',
      methods: ['jwt'],
      redirectUris: [],
      scopes: [],
    });
    expect(asked).toEqual([{ text: 'one' }, 'again']);
    await diagnoser.paste({ text: 'two' });
    expect(diagnoser.settings.value).toBeUndefined();
  });

  it('takes more, the masked text first', async () => {
    const { diagnoser, asked } = make();
    await diagnoser.paste({ text: 'one secret' });
    diagnoser.addMore(true);
    await diagnoser.paste({ text: 'two' });
    expect(asked.at(-1)).toEqual({ text: 'one masked-client_secret-1-6chars\n\ntwo' });
    expect(diagnoser.isAdding.value).toBe(false);
  });

  it('keeps an edited reply by its voice until the next verdict', async () => {
    const { diagnoser } = make();
    await diagnoser.paste({ text: 'one' });
    diagnoser.editReply('My own words.');
    diagnoser.speakTo('short');
    expect(diagnoser.reply.value).not.toBe('My own words.');
    diagnoser.speakTo('developer');
    expect(diagnoser.reply.value).toBe('My own words.');
    await diagnoser.paste({ text: 'two' });
    expect(diagnoser.reply.value).not.toBe('My own words.');
  });
});

describe('what is typed', () => {
  it('is read after a pause, and stands masked from then on', async () => {
    const { diagnoser, asked, pass } = make();
    diagnoser.type('my sec');
    await pass(pause - 1);
    diagnoser.type('my secret');
    await pass(pause - 1);
    expect(asked).toEqual([]);
    await pass(1);
    expect(asked).toEqual([{ text: 'my secret' }]);
    expect(diagnoser.typed.value).toBe('my masked-client_secret-1-6chars');
    expect(diagnoser.isTyping.value).toBe(true);
    await diagnoser.typedIsDone();
    expect(diagnoser.isTyping.value).toBe(false);
  });

  it('and taken away again leaves nothing', async () => {
    const { diagnoser, pass } = make();
    diagnoser.type('one');
    await pass(pause);
    diagnoser.type('');
    await pass(pause);
    expect(diagnoser.phase.value.kind).toBe('empty');
    expect(diagnoser.notice.value).toBeUndefined();
  });
});

describe('what cannot be read is told, and nothing of the last ticket stands beside it', () => {
  it.each([
    ['empty', 'There is nothing in it to read'],
    ['binary', 'This is not text'],
    ['too large', 'This file is too large'],
    ['picture', 'A picture cannot be read here'],
    ['fault', 'It could not be read'],
  ] as const)('%s', async (reason, title) => {
    const { diagnoser, page } = make();
    await diagnoser.paste({ text: 'one' });
    page.answer = { kind: 'failed', reason, message: 'A sentence.' };
    await diagnoser.paste({ file: new Blob(['x']), name: 'x' });
    expect(diagnoser.notice.value?.title).toBe(title);
    expect(diagnoser.phase.value.kind).toBe('empty');
    expect(diagnoser.isTyping.value).toBe(true);
  });
});

describe('an address', () => {
  it('opens a code as if it was pasted', async () => {
    const { diagnoser, asked, pass } = make('#code=oau-251');
    void diagnoser.start();
    await pass(0);
    expect(asked).toEqual([{ text: 'OAU-251' }]);
  });

  it('opens an exchange of the sandbox with its app, or says that it is no longer kept', async () => {
    const gone = make('#event=abc');
    gone.page.job = { kind: 'gone' };
    void gone.diagnoser.start();
    await expect
      .poll(() => gone.diagnoser.notice.value?.title)
      .toBe('This request is no longer kept');
    expect(gone.diagnoser.phase.value.kind).toBe('empty');

    const kept = make('#event=abc');
    const settings = { portal: 'current' };
    kept.page.job = { kind: 'found', text: 'POST /restapi/oauth/token', settings };
    void kept.diagnoser.start();
    await expect.poll(() => kept.asked).toEqual([{ text: 'POST /restapi/oauth/token' }]);
    expect(kept.done).toEqual([['open event', { id: 'abc', origin: 'https://site.example' }]]);
    expect(kept.diagnoser.settings.value).toBe(settings);
  });

  it('opens a case, which is read once more where settings are added', async () => {
    const { diagnoser, page, asked } = make('#case=1.abc');
    page.job = { kind: 'read', shown: shownOf('a secret case') };
    void diagnoser.start();
    await expect.poll(() => diagnoser.phase.value.kind).toBe('shown');
    expect(asked).toEqual([]);
    await diagnoser.useSettings(undefined);
    expect(asked).toEqual([{ text: 'a masked-client_secret-1-6chars case' }]);
  });

  it('of a forged case is refused with its reason', async () => {
    const { diagnoser, page } = make('#case=1.abc');
    page.job = { kind: 'refused', reason: 'It was changed.' };
    void diagnoser.start();
    await expect.poll(() => diagnoser.notice.value?.text).toMatch(/^It was changed\./);
  });

  it('that is damaged is told, and the box is empty', () => {
    const { diagnoser, asked } = make('#code=<script>');
    void diagnoser.start();
    expect(diagnoser.notice.value?.title).toBe('This link cannot be opened');
    expect(JSON.stringify(diagnoser.notice.value)).not.toContain('script');
    expect(asked).toEqual([]);
  });

  it('is gone with the first paste: it would name another ticket', async () => {
    const { diagnoser, page } = make('#code=OAU-251');
    void diagnoser.start();
    await diagnoser.paste({ text: 'one' });
    expect(page.fragment).toBe('');
  });
});

describe('a case link', () => {
  it('is copied, and a report opens where it would be too long', async () => {
    const { diagnoser, page, copied } = make();
    await diagnoser.paste({ text: 'one' });
    page.job = { link: 'https://site.example/diagnose/#case=1.x' };
    await diagnoser.copyCaseLink();
    expect(copied).toEqual(['https://site.example/diagnose/#case=1.x']);
    page.job = { tooLong: 5_000 };
    await diagnoser.copyCaseLink();
    expect(diagnoser.behind.value).toBe('report');
    expect(diagnoser.linkIsTooLong.value).toBe(true);
    diagnoser.forget();
    expect(diagnoser.behind.value).toBeUndefined();
  });
});

describe('at a customer’s', () => {
  it('answers and paste are masked together, and copied', async () => {
    const { diagnoser, copied } = make('#ask=Which%20login%3F&When%20did%20it%20work%3F');
    void diagnoser.start();
    await diagnoser.paste({ text: 'the secret failed' });
    expect(diagnoser.typed.value).toBe('the masked-client_secret-1-6chars failed');
    await diagnoser.copyAnswers(['a secret one', 'never']);
    expect(copied).toEqual([
      'Which login?\na masked-client_secret-1-6chars one\n\nWhen did it work?\nnever\n\nthe masked-client_secret-1-6chars failed\n\nHidden: 1 client secret.',
    ]);
  });
});

it('the title of the page says the state and nothing that was pasted', async () => {
  const { diagnoser } = make();
  expect(pageState(diagnoser.phase.value)).toBe('');
  await diagnoser.paste({ text: 'client id of mine' });
  expect(pageState(diagnoser.phase.value)).toBe('Certain: OAU-251');
});
