import type { JSX } from 'preact';
import type { SignIn } from '../model/sign-in/sign-in.ts';
import type { StepAnswer } from '../model/kept-state.ts';

type WaitingState = Extract<StepAnswer, { kind: 'waiting' }>;

interface WaitingProps {
  signIn: SignIn;
  answer: WaitingState;
  /** Where the reader signs in, where that is not the sandbox. */
  host: string | undefined;
}

/** The reader is at the server. A window that seems closed may still be open, so this never ends the wait. */
export function Waiting(props: WaitingProps): JSX.Element {
  if (props.answer.mode !== 'by-itself') return <ForTheReader {...props} />;
  return (
    <section class="pg-waiting" aria-label="Waiting">
      <div class="pg-waiting-head">
        <span class="pg-pulse" aria-hidden="true" />
        <p>
          <b>Extension 101 signs in and allows…</b>
        </p>
      </div>
    </section>
  );
}

function ForTheReader({ signIn, answer, host }: WaitingProps): JSX.Element {
  const closed = answer.popup === 'seems-closed';
  return (
    <section class="pg-waiting" aria-label="Waiting">
      <div class="pg-waiting-head">
        <span class="pg-pulse" aria-hidden="true" />
        <p>
          <b>
            {answer.mode === 'popup' ? 'Waiting for the sign-in window…' : 'Going to the sign-in…'}
          </b>
          <span class="pg-note">
            {answer.hint
              ? answer.hint
              : closed
                ? 'Still waiting, but the window looks closed. Open it again, or sign in on this page instead.'
                : host
                  ? `Sign in at ${host}, as a user of your app. The answer appears here.`
                  : 'The form is filled in for extension 101: press Sign in, then Allow. The answer appears here.'}
          </span>
        </p>
      </div>
      <div class="pg-buttons">
        <button type="button" class="pg-button" onClick={() => signIn.here()}>
          Sign in on this page instead
        </button>
        <button type="button" class="pg-quiet" onClick={() => signIn.cancel()}>
          Stop waiting
        </button>
      </div>
    </section>
  );
}
