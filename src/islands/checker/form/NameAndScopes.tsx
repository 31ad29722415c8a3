import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { scopes } from '#app-settings/scopes.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Problems } from '../model/problems.ts';
import type { FieldProps } from './fields.ts';
import { Problem } from './Problem.tsx';

/** No flow depends on them; a link and the sandbox's app do. */
export function NameAndScopes({
  draft,
  edit,
  problems,
}: FieldProps & { problems: Problems }): JSX.Element {
  const id = useId();
  const toggle = (name: string, on: boolean): void =>
    edit({
      scopes: on ? [...draft.scopes, name] : draft.scopes.filter((each) => each !== name),
    });
  const count = draft.scopes.length;
  return (
    <details class="ck-more-fields" open={problems.name || problems.scopes ? true : undefined}>
      <summary>
        <Icon name="chevron" size={14} />
        <span>
          Name and scopes{' '}
          <span class="ck-hint-inline">{`${count} chosen; no verdict needs them`}</span>
        </span>
      </summary>
      <div class="ck-field">
        <label for={`${id}-name`}>Name</label>
        <input
          id={`${id}-name`}
          type="text"
          autoComplete="off"
          placeholder="My app"
          aria-invalid={problems.name ? true : undefined}
          aria-describedby={problems.name ? `${id}-problem` : undefined}
          value={draft.name}
          onInput={(event) => edit({ name: event.currentTarget.value.slice(0, 200) })}
        />
        <Problem id={`${id}-problem`} text={problems.name} />
      </div>
      <fieldset>
        <legend>App scopes</legend>
        <div class="ck-scopes">
          {scopes.map(({ name, meaning }) => (
            <label key={name} class="ck-check" title={meaning}>
              <input
                type="checkbox"
                checked={draft.scopes.includes(name)}
                onChange={(event) => toggle(name, event.currentTarget.checked)}
              />
              <code>{name}</code>
            </label>
          ))}
        </div>
        <Problem id={`${id}-scopes`} text={problems.scopes} />
      </fieldset>
    </details>
  );
}
