import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { SignInMode } from '../model/kept-state.ts';
import type { Playground } from '../model/playground.ts';

const modes: { id: SignInMode; label: string }[] = [
  { id: 'popup', label: 'In a separate window' },
  { id: 'same-page', label: 'On this page' },
];

function minutes(seconds: number): string {
  return seconds % 60 === 0 && seconds >= 120 ? `${seconds / 60} minutes` : `${seconds} s`;
}

/** Where the reader signs in, and how long the code that follows shall live. */
export function SignInChoice({
  playground: { flow, ready: isAlive, server, signIn },
}: {
  playground: Playground;
}): JSX.Element {
  const name = useId();
  const ready = isAlive.value && signIn.ready.value;
  // Not the token itself.
  const bringsCode = flow.steps.some(({ brings }) => brings === 'code');
  const lifetime = signIn.codeLifetimeSeconds.value;
  return (
    <div class="pg-sign-in-choice">
      <fieldset>
        <legend>Sign in</legend>
        {modes.map((mode) => (
          <label key={mode.id}>
            <input
              type="radio"
              name={name}
              value={mode.id}
              checked={signIn.mode.value === mode.id}
              disabled={!ready}
              onChange={() => signIn.setMode(mode.id)}
            />
            <span>{mode.label}</span>
          </label>
        ))}
      </fieldset>
      {bringsCode && server.value.kind === 'sandbox' ? (
        <p class="pg-note">
          The code that comes back lasts {minutes(lifetime)}.{' '}
          {lifetime <= 60 ? (
            <button
              type="button"
              class="pg-quiet"
              disabled={!ready}
              onClick={() => void signIn.takeYourTime()}
            >
              Take your time: make it 10 minutes
            </button>
          ) : (
            'At RingCentral it lasts 60 s.'
          )}
        </p>
      ) : null}
    </div>
  );
}
