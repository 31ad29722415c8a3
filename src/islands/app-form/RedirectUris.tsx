import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { mostRedirectUris } from '#app-settings/schema.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { Problem } from '#islands/parts/Problem.tsx';
import type { FieldProps } from './fields.ts';

/** One line a URI, compared character by character by the server, so nothing typed is repaired. */
export function RedirectUris({ draft, edit, problems }: FieldProps): JSX.Element {
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const uris = draft.redirectUris;
  const whole = problems.fields.redirectUris;
  const focusAt = (line: number): void => {
    // The line is drawn after this turn.
    setTimeout(() => group.current?.querySelectorAll<HTMLElement>('input, .fd-add')[line]?.focus());
  };
  /** What is wrong is that there is no line. */
  const isMissing = whole !== undefined && uris.length === 0;
  const full = uris.length >= mostRedirectUris;
  return (
    <fieldset class="fd-field" ref={group}>
      <legend>Redirect URIs</legend>
      <div class="fd-lines">
        {uris.map((uri, line) => {
          const problem = problems.lines[line];
          const described = problem ? `${id}-${line}` : whole ? `${id}-whole` : undefined;
          return (
            <div key={line}>
              <span class="fd-line">
                <input
                  class="fd-input"
                  type="text"
                  inputMode="url"
                  autoComplete="off"
                  autoCapitalize="off"
                  spellcheck={false}
                  aria-label={`Redirect URI ${line + 1}`}
                  aria-invalid={problem ? true : undefined}
                  aria-describedby={described}
                  data-refused={problem || (whole && line === 0) ? '' : undefined}
                  value={uri}
                  onInput={(event) =>
                    edit({ redirectUris: uris.with(line, event.currentTarget.value) })
                  }
                />
                <button
                  type="button"
                  class="pg-icon-button"
                  aria-label={`Remove redirect URI ${line + 1}`}
                  onClick={() => {
                    edit({ redirectUris: uris.filter((_, index) => index !== line) });
                    focusAt(Math.min(line, uris.length - 1));
                  }}
                >
                  <Icon name="close" size={15} />
                </button>
              </span>
              <Problem id={`${id}-${line}`} text={problem} />
            </div>
          );
        })}
        {uris.length === 0 ? <p class="pg-note">None is registered.</p> : null}
      </div>
      <Problem id={`${id}-whole`} text={whole} />
      <button
        type="button"
        class="pg-quiet fd-add"
        disabled={full}
        aria-describedby={isMissing ? `${id}-whole` : undefined}
        data-refused={isMissing ? '' : undefined}
        onClick={() => {
          edit({ redirectUris: [...uris, ''] });
          focusAt(uris.length);
        }}
      >
        {full ? `${mostRedirectUris} is the most` : uris.length === 0 ? 'Add one' : 'Add another'}
      </button>
    </fieldset>
  );
}
