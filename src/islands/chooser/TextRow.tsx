import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Problem } from '#islands/parts/Problem.tsx';

/** A setting that is the reader's own: what is proposed stands there until they type, and again once they empty it. */
export function TextRow({
  term,
  value,
  proposal,
  note,
  problem,
  isCode = false,
  onType,
}: {
  term: string;
  value: string;
  proposal: string;
  note?: string | undefined;
  problem: string | undefined;
  isCode?: boolean;
  /** Undefined takes what was typed back. */
  onType: (typed: string | undefined) => void;
}): JSX.Element {
  const id = useId();
  const described = [problem && `${id}-problem`, note && `${id}-note`].filter(Boolean).join(' ');
  return (
    <div class="ch-edit">
      <dt>
        <label for={id}>{term}</label>
      </dt>
      <dd>
        <input
          id={id}
          class={`fd-input${isCode ? ' ch-code' : ''}`}
          type="text"
          inputMode={isCode ? 'url' : 'text'}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          maxLength={2000}
          placeholder={proposal}
          value={value}
          aria-invalid={problem ? true : undefined}
          aria-describedby={described || undefined}
          onInput={(event) => onType(event.currentTarget.value)}
          onBlur={(event) => {
            if (event.currentTarget.value === '') onType(undefined);
          }}
        />
        <Problem id={`${id}-problem`} text={problem} />
        {note ? (
          <p class="pg-note" id={`${id}-note`}>
            {note}
          </p>
        ) : null}
      </dd>
    </div>
  );
}
