import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Problem } from '#islands/parts/Problem.tsx';
import type { Playground } from '../model/playground.ts';
import type { Room } from '../model/server/room.ts';

/** Why a text is not the address of a redirect; undefined where it is one. */
function problemOf(text: string): string | undefined {
  if (!URL.canParse(text))
    return 'This is not an address. Copy the whole address from the window’s address bar.';
  const { search, hash } = new URL(text);
  return /[?#&](code|error|access_token)=/.test(search + hash)
    ? undefined
    : 'This address has neither a code nor an error. Sign in and allow first; then copy the address that the window ends on.';
}

/** While a sign-in is out at a real server: what its window may show instead, and the address by hand. */
export function PasteAddress({
  room,
  playground,
}: {
  room: Room;
  playground: Playground;
}): JSX.Element | null {
  const id = useId();
  const problem = useSignal<string | undefined>(undefined);
  const answer = playground.request.answer.value;
  if (answer.kind !== 'waiting') return null;
  const take = (text: string): void => {
    if (text === '') return;
    problem.value = problemOf(text.trim());
    if (problem.value === undefined) playground.signIn.bring(text.trim());
  };
  return (
    <details class="sv-more">
      <summary>The window shows an error, or ends on another address</summary>
      <p>
        This page cannot see into a window of {room.host}. If it shows an error and does not come
        back, the redirect URI is the likeliest cause: register it with the app, character for
        character. <code>{playground.app.value.redirectUri}</code> OAU-109 and OAU-113 say so at
        RingCentral.
      </p>
      <div class="fd-field">
        <label for={id}>Address that the window ended on</label>
        <input
          id={id}
          class="fd-input sv-secret"
          type="text"
          autocomplete="off"
          spellcheck={false}
          data-1p-ignore
          data-lpignore="true"
          aria-describedby={`${id}-problem`}
          onChange={(event) => {
            const text = event.currentTarget.value;
            event.currentTarget.value = '';
            take(text);
          }}
          onPaste={(event) => {
            event.preventDefault();
            take(event.clipboardData?.getData('text/plain') ?? '');
          }}
        />
        <Problem id={`${id}-problem`} text={problem.value} />
      </div>
    </details>
  );
}
