import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { mostRedirectUris } from '#app-settings/schema.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Problems } from '../model/problems.ts';
import type { FieldProps } from './fields.ts';
import { Problem } from './Problem.tsx';

/** One line a URI, compared character by character by the server, so nothing typed is repaired. */
export function RedirectUris({
  draft,
  edit,
  problems,
}: FieldProps & { problems: Problems }): JSX.Element {
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const uris = draft.redirectUris;
  const focusAt = (line: number): void =>
    queueMicrotask(() =>
      setTimeout(() =>
        group.current?.querySelectorAll<HTMLElement>('input, .ck-add')[line]?.focus(),
      ),
    );
  const add = (): void => {
    edit({ redirectUris: [...uris, ''] });
    focusAt(uris.length);
  };
  const remove = (line: number): void => {
    edit({ redirectUris: uris.filter((_, index) => index !== line) });
    focusAt(Math.min(line, uris.length - 1));
  };
  return (
    <fieldset ref={group}>
      <legend>Redirect URIs</legend>
      <div class="ck-uris">
        {uris.map((uri, line) => {
          const problem = problems.redirectUris[line];
          return (
            <div key={line}>
              <span class="ck-uri">
                <input
                  type="text"
                  inputMode="url"
                  autoComplete="off"
                  autoCapitalize="off"
                  spellcheck={false}
                  aria-label={`Redirect URI ${line + 1}`}
                  aria-invalid={problem ? true : undefined}
                  aria-describedby={problem ? `${id}-${line}` : undefined}
                  value={uri}
                  onInput={(event) =>
                    edit({
                      redirectUris: uris.with(line, event.currentTarget.value),
                    })
                  }
                />
                <button
                  type="button"
                  class="pg-icon-button"
                  aria-label={`Remove redirect URI ${line + 1}`}
                  onClick={() => remove(line)}
                >
                  <Icon name="close" size={15} />
                </button>
              </span>
              <Problem id={`${id}-${line}`} text={problem} />
            </div>
          );
        })}
        {uris.length === 0 ? <p class="ck-hint">None is registered.</p> : null}
      </div>
      <button
        type="button"
        class="ck-quiet ck-add"
        disabled={uris.length >= mostRedirectUris}
        onClick={add}
      >
        {uris.length >= mostRedirectUris
          ? `${mostRedirectUris} is the most`
          : uris.length === 0
            ? 'Add one'
            : 'Add another'}
      </button>
    </fieldset>
  );
}
