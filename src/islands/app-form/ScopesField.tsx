import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { scopes } from '#app-settings/scopes.ts';
import { Problem } from '#islands/parts/Problem.tsx';
import type { FieldProps } from './fields.ts';

/** The app's scopes, found by name or by what they open. */
export function ScopesField({ draft, edit, problems }: FieldProps): JSX.Element {
  const id = useId();
  const filter = useSignal('');
  const wanted = filter.value.trim().toLowerCase();
  const shown = scopes.filter(
    ({ name, meaning }) =>
      name.toLowerCase().includes(wanted) || meaning.toLowerCase().includes(wanted),
  );
  const problem = problems.fields.scopes;
  return (
    <fieldset class="fd-field">
      <legend>
        App scopes <span>({draft.scopes.length} chosen)</span>
      </legend>
      <input
        class="fd-input"
        type="text"
        autoComplete="off"
        placeholder="Find a scope"
        aria-label="Find a scope by its name or what it allows"
        value={filter.value}
        onInput={(event) => (filter.value = event.currentTarget.value)}
      />
      <div
        class="fd-scroll"
        {...(problem && {
          // Where the form takes the reader, who hears what is wrong.
          role: 'group',
          'aria-label': 'Scopes',
          'aria-describedby': `${id}-problem`,
          'data-refused': '',
          tabIndex: -1,
        })}
      >
        {shown.length === 0 ? (
          <p class="pg-note">No scope has that in its name or meaning.</p>
        ) : (
          shown.map(({ name, meaning }) => (
            <label key={name} class="fd-check">
              <input
                type="checkbox"
                checked={draft.scopes.includes(name)}
                aria-describedby={problem ? `${id}-problem` : undefined}
                onChange={(event) => {
                  const others = draft.scopes.filter((scope) => scope !== name);
                  edit({ scopes: event.currentTarget.checked ? [...others, name] : others });
                }}
              />
              <span>
                <code>{name}</code>
                <span class="pg-note">{meaning}</span>
              </span>
            </label>
          ))
        )}
      </div>
      <Problem id={`${id}-problem`} text={problem} />
    </fieldset>
  );
}
