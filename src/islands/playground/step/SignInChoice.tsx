import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Playground, SignInMode } from '../model/types.ts';

const modes: { id: SignInMode; label: string }[] = [
  { id: 'popup', label: 'In a window of its own' },
  { id: 'same-page', label: 'On this page' },
];

function minutes(seconds: number): string {
  return seconds % 60 === 0 && seconds >= 120 ? `${seconds / 60} minutes` : `${seconds} s`;
}

/** Where the reader signs in, and how long the code that follows shall live. */
export function SignInChoice({ playground }: { playground: Playground }): JSX.Element {
  const name = useId();
  const brings = playground.flow.steps.find(({ kind }) => kind === 'return')?.brings;
  const lifetime = playground.codeLifetimeSeconds.value;
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
              checked={playground.signInMode.value === mode.id}
              disabled={!playground.ready.value}
              onChange={() => playground.setSignInMode(mode.id)}
            />
            <span>{mode.label}</span>
          </label>
        ))}
      </fieldset>
      {brings === 'token' ? null : (
        <p class="pg-note">
          The code that comes back lives {minutes(lifetime)}.{' '}
          {lifetime <= 60 ? (
            <button
              type="button"
              class="pg-quiet"
              disabled={!playground.ready.value}
              onClick={() => void playground.takeYourTime()}
            >
              Take your time: make it 10 minutes
            </button>
          ) : (
            'At RingCentral it lives 60 s.'
          )}
        </p>
      )}
    </div>
  );
}
