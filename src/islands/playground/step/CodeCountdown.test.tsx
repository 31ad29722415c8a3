// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { presets } from '#sandbox/policy.ts';
import { draw, waitFor } from '#islands/parts/testing/draw.ts';
import { begin, jsonAnswer, refusal, tokenAnswer, untilCode } from '../model/testing/walk.ts';
import { CodeCountdown } from './CodeCountdown.tsx';

/** The countdown beside the button that trades the code, under the tab's own clock. */
async function drawn({ isReal = false, step = 'token' } = {}) {
  const { tab, playground } = begin();
  await untilCode(tab, playground);
  playground.openStep(step);
  function Countdown() {
    return (
      <CodeCountdown
        step={playground.step.value}
        request={playground.request}
        signIn={playground.signIn}
        isReal={isReal}
      />
    );
  }
  const view = await draw(<Countdown />);
  const shown = () => document.querySelector<HTMLElement>('.pg-code-left');
  return {
    ...view,
    tab,
    playground,
    shown,
    pass: (seconds: number) => act(() => tab.pass(seconds)),
    words: () => shown()?.querySelector('b')?.textContent,
    heard: () => shown()?.querySelector('.sr-only')?.textContent,
    button: () => view.queryByRole('button', { hidden: false }),
  };
}

describe('what is left of the code', () => {
  it('counts down by the second, warns from 20 s, and offers a fresh code when it is over', async () => {
    const { pass, words, heard, button, shown } = await drawn();
    const now = () => [words(), heard(), button()?.textContent, shown()?.dataset['warning']];
    expect(now()).toEqual(['Code: 60 s left', '60 seconds left.', '5 minutes more', undefined]);
    await pass(39);
    expect(now()).toEqual(['Code: 21 s left', '21 seconds left.', '5 minutes more', undefined]);
    await pass(1);
    expect(now()).toEqual(['Code: 20 s left', '20 seconds left.', 'Extend by 5 minutes', 'true']);
    await pass(19);
    expect(words()).toBe('Code: 1 s left');
    await pass(1);
    expect(now()).toEqual([
      'The code has expired',
      'Had 0 seconds left.',
      'Get a fresh code',
      'true',
    ]);
  });

  it('is no live region: a screen reader is not told every second', async () => {
    const { shown } = await drawn();
    expect(shown()?.closest('[aria-live], [role=status], [role=timer], [role=alert]')).toBeNull();
    expect(shown()?.querySelector('[aria-live], [role]')).toBe(null);
  });

  it('is given five minutes by one press', async () => {
    const { tab, user, pass, words, button } = await drawn();
    await pass(45);
    const policy = { ...presets.ringcentral, codeLifetimeSeconds: 345 };
    tab.answers.set('PUT /sandbox/api/policy', jsonAnswer(200, policy));
    await user.click(button() as HTMLElement);
    await waitFor(() => expect(words()).toBe('Code: 300 s left'));
    expect(tab.requests.at(-1)?.body).toBe('{"codeLifetimeSeconds":345}');
    expect(button()?.textContent).toBe('5 minutes more');
  });

  it('offers no more time where a real server gave the code; a fresh one when it is over', async () => {
    const { pass, words, button } = await drawn({ isReal: true });
    expect(words()).toBe('Code: 60 s left');
    expect(button()).toBeNull();
    await pass(60);
    expect(button()?.textContent).toBe('Get a fresh code');
  });

  it('stands at the return and at the trade, and goes with the answer', async () => {
    const { tab, playground, shown } = await drawn({ step: 'return' });
    expect(shown()).not.toBeNull();
    await act(() => playground.openStep('authorize'));
    expect(shown()).toBeNull();
    await act(() => playground.openStep('token'));
    expect(shown()).not.toBeNull();
    // A refusal that spends no code: its time goes on, and is no longer what the step is about.
    tab.answers.set('POST /restapi/oauth/token', refusal(429, 'rate', 'CMN-301'));
    await act(() => playground.request.send());
    expect(playground.signIn.timer.value).toBeDefined();
    expect(shown()).toBeNull();
    tab.answers.set('POST /restapi/oauth/token', jsonAnswer(200, tokenAnswer));
    await act(() => playground.request.send());
    expect(shown()).toBeNull();
  });
});
