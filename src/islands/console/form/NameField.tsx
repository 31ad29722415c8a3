import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { FieldProps } from './fields.ts';
import { Problem } from './Problem.tsx';

export function NameField({ draft, edit, problems }: FieldProps): JSX.Element {
  const id = useId();
  const problem = problems.fields.name;
  return (
    <div class="cs-field">
      <label for={id}>Name</label>
      <input
        id={id}
        class="cs-input"
        type="text"
        autoComplete="off"
        value={draft.name}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        data-refused={problem ? '' : undefined}
        onInput={(event) => edit({ name: event.currentTarget.value })}
      />
      <Problem id={`${id}-problem`} text={problem} />
    </div>
  );
}
