import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { QuickStart } from './model/quick-start.ts';

/** Port 5000 is often taken: on a Mac by AirPlay Receiver, which answers 403. */
export function PortMove({
  quickStart,
  say,
}: {
  quickStart: QuickStart;
  say: (message: string) => void;
}): JSX.Element {
  const port = quickStart.port.value;
  const [text, setText] = useState('');
  const wanted = text === '' ? port + 1 : Number(text);
  const fits = Number.isInteger(wanted) && wanted >= 1024 && wanted <= 65535;

  const move = async (): Promise<void> => {
    if (!fits) {
      say('A port is a number from 1024 to 65535.');
      return;
    }
    await quickStart.movePort(wanted);
    if (quickStart.problem.value === undefined) setText('');
    say(
      quickStart.problem.value ??
        `Port ${wanted} is in the file, and its redirect URI is registered. Copy the file again.`,
    );
  };

  return (
    <details class="qs-port">
      <summary>Port {port} is taken?</summary>
      <p class="pg-note">
        On a Mac, AirPlay Receiver listens on port 5000 and answers 403. Another port needs its own
        redirect URI at the server: this button does both.
      </p>
      <form
        class="pg-buttons"
        onSubmit={(event) => {
          event.preventDefault();
          void move();
        }}
      >
        <label>
          Port
          <input
            inputMode="numeric"
            value={text}
            placeholder={String(port + 1)}
            aria-invalid={!fits}
            onInput={({ currentTarget }) => setText(currentTarget.value.trim())}
          />
        </label>
        <button type="submit" class="pg-button pg-button-small">
          Move to port {fits ? wanted : '…'}
        </button>
      </form>
    </details>
  );
}
