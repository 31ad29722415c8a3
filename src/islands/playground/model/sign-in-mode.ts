import { signal } from '@preact/signals';
import type { Shelf } from './surroundings.ts';
import type { SignInMode } from './types.ts';

/** localStorage: how the reader likes to sign in. No secret, so it may outlive the tab. */
const modeKey = 'authorization-flows:sign-in-mode';

/** In a window or on this page: the reader's choice, remembered. */
export function createSignInMode(preferences: Shelf | undefined) {
  const signInMode = signal<SignInMode>('popup');
  return {
    signInMode,
    read: (): void => {
      try {
        if (preferences?.getItem(modeKey) === 'same-page') signInMode.value = 'same-page';
      } catch {
        // Blocked storage: the choice holds until the page goes.
      }
    },
    set: (mode: SignInMode): void => {
      signInMode.value = mode;
      try {
        preferences?.setItem(modeKey, mode);
      } catch {
        // As above.
      }
    },
  };
}
