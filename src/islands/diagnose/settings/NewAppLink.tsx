import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { readNewAppLink } from '#app-settings/new-app-link/read.ts';
import { Problem } from '#islands/parts/Problem.tsx';
import type { Diagnoser } from '../model/diagnoser.ts';

/** The app's settings from the link that would make it. */
export function NewAppLink({
  diagnoser,
  onDone,
}: {
  diagnoser: Diagnoser;
  onDone: () => void;
}): JSX.Element {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const problem = useSignal<string>();
  useEffect(() => field.current?.focus(), []);
  const read = (): void => {
    const text = field.current?.value.trim() ?? '';
    if (text === '') return field.current?.focus();
    const found = readNewAppLink(text);
    if (found.kind === 'refused') {
      problem.value = found.reason;
      return;
    }
    void diagnoser.useSettings(found.settings);
    onDone();
  };
  return (
    <form
      class="dg-field"
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
    >
      <label for={id}>New-app link of the app</label>
      <div class="dg-field-line">
        <input
          ref={field}
          id={id}
          class="fd-input"
          type="text"
          autoComplete="off"
          spellcheck={false}
          placeholder="https://developer.ringcentral.com/new-app?…"
          aria-describedby={problem.value ? `${id}-problem` : undefined}
        />
        <button type="submit" class="pg-button">
          Use it
        </button>
      </div>
      <Problem id={`${id}-problem`} text={problem.value} />
    </form>
  );
}
