import type { JSX } from 'preact';
import type { Playground } from '../model/playground.ts';
import type { StepView } from '../model/types.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { late } from '#islands/parts/late.tsx';
import type { SignInChoiceProps } from './SignInChoice.tsx';

/** With the first step that opens a sign-in: no flow begins with one. */
const LateSignInChoice = late<SignInChoiceProps>(
  async () => (await import('./SignInChoice.tsx')).SignInChoice,
);

function sendLabel({ definition: { kind, send } }: StepView, again: boolean): string {
  if (send) return again ? send.again : send.first;
  switch (kind) {
    case 'navigate':
      return again ? 'Sign in again' : 'Go to the sign-in';
    default:
      return again ? 'Send again' : 'Send';
  }
}

/** Whether a step has something to send. */
export function sends({ definition: { kind } }: StepView): boolean {
  return kind === 'prepare' || kind === 'navigate' || kind === 'request';
}

/** The one button that runs the step, primary until its answer is there. */
export function SendBar({ playground }: { playground: Playground }): JSX.Element | null {
  const { flow, request, signIn } = playground;
  const step = playground.step.value;
  if (!sends(step)) return null;
  const { kind, signsIn } = step.definition;
  const opensSignIn = kind === 'navigate' || signsIn === true;
  const again = request.answer.value.kind !== 'none';
  const busy = request.busy.value;
  const waits = playground.mistakes.holdsSend.value;
  const ready = playground.ready.value && (!opensSignIn || signIn.ready.value);
  const inPopup = opensSignIn && signIn.mode.value === 'popup';
  const bringsCode = flow.steps.some(({ brings }) => brings === 'code');
  return (
    <div class="pg-send">
      {opensSignIn ? (
        <LateSignInChoice signIn={signIn} bringsCode={bringsCode} ready={ready} />
      ) : null}
      <div class="pg-send-row">
        <button
          type="button"
          class={again ? 'pg-button' : 'pg-button pg-button-primary'}
          disabled={!ready}
          aria-disabled={busy || waits || undefined}
          aria-describedby={waits ? 'pg-send-waits' : undefined}
          aria-keyshortcuts="Control+Enter"
          onClick={() => {
            // Not disabled: a disabled button would lose the focus.
            if (!busy && !waits) void request.send();
          }}
        >
          {again ? <Icon name="again" /> : null}
          {request.inFlight.value ? 'Sending…' : sendLabel(step, again)}
          {!again && inPopup ? <Icon name="external" /> : null}
          {!again && !inPopup && kind !== 'prepare' ? <Icon name="arrow" /> : null}
        </button>
        <span class="pg-keys" aria-hidden="true">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
        <span class="pg-send-note" id={waits ? 'pg-send-waits' : undefined}>
          {waits ? 'Send waits for what the mistake takes.' : request.sentNote.value}
        </span>
      </div>
    </div>
  );
}
