import type { JSX } from 'preact';
import type { StepRequest } from '../model/request/request.ts';
import type { SignIn } from '../model/sign-in/sign-in.ts';
import type { StepView } from '../model/types.ts';
import { Ring } from '../values/Ring.tsx';
import { steady } from '../values/steady.ts';

export interface CodeCountdownProps {
  step: StepView;
  request: StepRequest;
  signIn: SignIn;
  /** A real server gives no code more time. */
  isReal: boolean;
}

/**
 * What is left of the code, beside the button that trades it, and one press for more time or for
 * another code. A warning from 20 s down. The words for a screen reader come from the model's one
 * live region, not from here.
 */
export function CodeCountdown({
  step: { definition },
  request,
  signIn,
  isReal,
}: CodeCountdownProps): JSX.Element | null {
  const timer = signIn.timer.value;
  const answered = request.answer.value.kind === 'exchange';
  const trades = definition.request?.parameters.some(({ name }) => name === 'code') ?? false;
  if (!timer || (definition.kind !== 'return' && !trades) || answered) return null;
  const { expired, warning } = timer;
  const told = warning || expired || undefined;
  return (
    <div class="pg-stay-words pg-code-left" data-actor="authorization-server" data-warning={told}>
      <Ring expiry={timer} over={expired} />
      <span>
        <b class="pg-figures">
          {expired ? 'The code has expired' : `Code: ${steady(timer.remainingSeconds)} s left`}
        </b>
        <button
          type="button"
          class="pg-quiet"
          hidden={isReal && !expired}
          onClick={() => void (expired ? signIn.getFreshCode() : signIn.extend())}
        >
          {expired ? 'Get a fresh code' : warning ? 'Extend by 5 minutes' : '5 minutes more'}
        </button>
      </span>
    </div>
  );
}
