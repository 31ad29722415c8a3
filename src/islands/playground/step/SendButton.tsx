import type { JSX } from 'preact';
import type { Playground } from '../model/playground.ts';
import type { StepView } from '../model/types.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import type { RequestFold } from './request-fold.ts';

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

/** Whether a step leads to a sign-in, in a window or on this page. */
export function opensSignIn({ definition: { kind, signsIn } }: StepView): boolean {
  return kind === 'navigate' || signsIn === true;
}

function isReady({ step, ready, signIn }: Playground): boolean {
  return ready.value && (!opensSignIn(step.value) || signIn.ready.value);
}

/** Whether a press of Send would send. */
export function canSend(playground: Playground): boolean {
  const { step, request, mistakes } = playground;
  return (
    sends(step.value) && isReady(playground) && !request.busy.value && !mistakes.holdsSend.value
  );
}

/** The button that runs the step: primary while its request is on screen, and where no answer came. */
export function SendButton({
  playground,
  fold,
}: {
  playground: Playground;
  fold: RequestFold;
}): JSX.Element | null {
  const { request, signIn, mistakes } = playground;
  const step = playground.step.value;
  const { kind: server, name } = playground.server.value;
  // A server's endpoints may be elsewhere than itself.
  const wire = request.wire.value;
  if (!sends(step) || request.running.value) return null;
  const answer = request.answer.value;
  const again = answer.kind !== 'none';
  const unanswered = answer.kind === 'exchange' && answer.outcome === 'unreachable';
  const primary = fold.open.value || unanswered;
  const waits = mistakes.holdsSend.value;
  const inPopup = opensSignIn(step) && signIn.mode.value === 'popup';
  return (
    <>
      {server !== 'sandbox' && step.definition.kind !== 'prepare' ? (
        <span class="pg-stay-words">
          Goes to <b class="sv-name">{wire ? new URL(wire.url).host : name}</b>
        </span>
      ) : null}
      {waits ? (
        <span class="pg-stay-words" id="pg-send-waits">
          {playground.app.value.waitsAt
            ? 'Waits for what you enter above.'
            : 'Send waits for what the mistake needs.'}
        </span>
      ) : null}
      {primary && isReady(playground) && !waits ? (
        <kbd aria-hidden="true">
          Ctrl <span>↵</span>
        </kbd>
      ) : null}
      <button
        type="button"
        class={primary ? 'pg-button pg-button-primary' : 'pg-button pg-send-again'}
        disabled={!isReady(playground)}
        aria-disabled={request.busy.value || waits || undefined}
        aria-describedby={waits ? 'pg-send-waits' : undefined}
        aria-keyshortcuts="Control+Enter"
        onClick={() => {
          // Not disabled: a disabled button would lose the focus.
          if (canSend(playground)) void request.send();
        }}
      >
        {again ? <Icon name="again" /> : null}
        <span>{request.inFlight.value ? 'Sending…' : sendLabel(step, again)}</span>
        {!again && inPopup ? <Icon name="external" /> : null}
        {!again && !inPopup && step.definition.kind !== 'prepare' ? <Icon name="arrow" /> : null}
      </button>
    </>
  );
}
