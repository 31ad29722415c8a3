import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Diagnoser } from '../model/diagnoser.ts';

/** The verdict was wrong: the masked case with the cause that was right, to copy. Nothing is sent. */
export function Otherwise({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element | null {
  const id = useId();
  const cause = useSignal('');
  if (!diagnoser.shown.value) return null;
  const isCopied = diagnoser.copied.value === 'the case';
  const isReady = cause.value.trim() !== '';
  return (
    <div class="dg-field">
      <label for={id}>What was it?</label>
      <input
        id={id}
        class="fd-input"
        type="text"
        autoComplete="off"
        maxLength={400}
        placeholder="The right cause, in a sentence"
        onInput={({ currentTarget }) => (cause.value = currentTarget.value)}
      />
      <button
        type="button"
        class="pg-button pg-button-small"
        disabled={!isReady}
        onClick={() => void diagnoser.copyCorpusCase(cause.value.trim())}
      >
        <Icon name={isCopied ? 'check' : 'copy'} size={13} />
        {isCopied ? 'Copied' : 'Copy the case'}
      </button>
      <p class="pg-note">
        The case has the masked paste, this verdict and your cause, and tests the diagnoser. This
        page sends nothing. Give it to the people who maintain this site.
      </p>
    </div>
  );
}
