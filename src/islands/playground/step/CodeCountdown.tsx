import type { JSX } from 'preact';
import type { StepRequest } from '../model/request/request.ts';
import type { SignIn } from '../model/sign-in/sign-in.ts';
import type { StepView } from '../model/types.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { steady } from '../values/steady.ts';

export interface CodeCountdownProps {
  step: StepView;
  request: StepRequest;
  signIn: SignIn;
}

/**
 * What is left of the code, where it is about to be traded: a quiet line, a
 * warning from 20 s down, and what to do when it is over. The words for a screen
 * reader come from the model's one live region, not from here.
 */
export function CodeCountdown({
  step: { definition },
  request,
  signIn,
}: CodeCountdownProps): JSX.Element | null {
  const timer = signIn.timer.value;
  const answered = request.answer.value.kind === 'exchange';
  const trades = definition.request?.parameters.some(({ name }) => name === 'code') ?? false;
  if (!timer || (definition.kind !== 'return' && !trades) || answered) return null;
  const seconds = steady(timer.remainingSeconds);
  if (timer.expired) {
    return (
      <div class="pg-strip pg-strip-warning">
        <Verdict kind="warning" />
        <span>The code has expired. Send it to see the refusal, or ask for another.</span>
        <button
          type="button"
          class="pg-button pg-button-small"
          onClick={() => signIn.getFreshCode()}
        >
          Get a fresh code
        </button>
      </div>
    );
  }
  return (
    <div class={timer.warning ? 'pg-strip pg-strip-warning' : 'pg-strip'}>
      {timer.warning ? <Verdict kind="warning" /> : <Icon name="clock" />}
      <span>
        The code ends in <b class="pg-figures">{seconds} s</b>.
      </span>
      <button
        type="button"
        class={timer.warning ? 'pg-button pg-button-small' : 'pg-quiet'}
        onClick={() => void signIn.extend()}
      >
        {timer.warning ? 'Extend by 5 minutes' : 'Take your time: 5 minutes more'}
      </button>
    </div>
  );
}
