import type { JSX } from 'preact';
import type { Playground } from '../model/types.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { SignInChoice } from './SignInChoice.tsx';

function sendLabel(playground: Playground, again: boolean): string {
  const { kind, send } = playground.step.value.definition;
  if (send) return again ? send.again : send.first;
  switch (kind) {
    case 'navigate':
      return again ? 'Sign in again' : 'Go to the sign-in';
    default:
      return again ? 'Send again' : 'Send';
  }
}

/** Whether the open step has something to send. */
export function sends(playground: Playground): boolean {
  const { kind } = playground.step.value.definition;
  return kind === 'prepare' || kind === 'navigate' || kind === 'request';
}

/** The one button that runs the step, primary until its answer is there. */
export function SendBar({ playground }: { playground: Playground }): JSX.Element | null {
  if (!sends(playground)) return null;
  const { kind } = playground.step.value.definition;
  const answer = playground.answer.value;
  const again = answer.kind !== 'none';
  const busy = playground.busy.value;
  const inPopup = kind === 'navigate' && playground.signInMode.value === 'popup';
  return (
    <div class="pg-send">
      {kind === 'navigate' ? <SignInChoice playground={playground} /> : null}
      <div class="pg-send-row">
        <button
          type="button"
          class={again ? 'pg-button' : 'pg-button pg-button-primary'}
          disabled={!playground.ready.value}
          aria-disabled={busy || undefined}
          aria-keyshortcuts="Control+Enter"
          onClick={() => {
            // Not disabled: a disabled button would lose the focus.
            if (!busy) void playground.send();
          }}
        >
          {again ? <Icon name="again" /> : null}
          {busy ? 'Sending…' : sendLabel(playground, again)}
          {!again && inPopup ? <Icon name="external" /> : null}
          {!again && !inPopup && kind !== 'prepare' ? <Icon name="arrow" /> : null}
        </button>
        <span class="pg-keys" aria-hidden="true">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
        <span class="pg-send-note">{playground.sentNote.value}</span>
      </div>
    </div>
  );
}
