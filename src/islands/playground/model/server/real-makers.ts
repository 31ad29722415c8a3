import type { Signal } from '@preact/signals';
import type { RealRun } from '../surroundings.ts';
import type { Credentials } from './room.ts';

/** What the reader brings to a step that the sandbox would make something for. */
export function realMakers(credentials: Signal<Credentials>): RealRun['makers'] {
  return {
    jwt: () => {
      const { jwt } = credentials.peek();
      // Where this page takes none, it stays in the reader's terminal.
      return Promise.resolve(
        jwt === ''
          ? { values: {}, note: 'It stays in your terminal', spoken: 'it stays in your terminal.' }
          : { values: { assertion: { value: jwt } }, spoken: 'the credential is in this tab.' },
      );
    },
    user: () => {
      const { username, password } = credentials.peek();
      return Promise.resolve({
        values: { username: { value: username }, password: { value: password } },
        spoken: 'number and password are in this tab.',
      });
    },
    // The step's button leads to the flow that brings tokens.
    session: () => Promise.resolve(undefined),
  };
}
