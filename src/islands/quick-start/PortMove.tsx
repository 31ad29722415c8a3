import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { portProblem } from './model/program.ts';
import type { QuickStart } from './model/quick-start.ts';
import { OutcomeLine } from './OutcomeLine.tsx';

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
  const wanted = text === '' ? String(port + 1) : text;
  const fits = portProblem(Number(wanted), quickStart.origin) === undefined;

  const move = async (): Promise<void> => {
    await quickStart.movePort(wanted);
    const outcome = quickStart.outcome.value;
    if (outcome?.kind === 'done') setText('');
    say(outcome?.words ?? '');
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
      <OutcomeLine quickStart={quickStart} place="port" />
    </details>
  );
}
