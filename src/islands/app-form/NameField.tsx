import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Problem } from '#islands/parts/Problem.tsx';
import type { FieldProps } from './fields.ts';

/** @param props.placeholder what the app is called where no name is typed */
export function NameField({
  draft,
  edit,
  problems,
  placeholder,
}: FieldProps & { placeholder?: string }): JSX.Element {
  const id = useId();
  const problem = problems.fields.name;
  return (
    <div class="fd-field">
      <label for={id}>Name</label>
      <input
        id={id}
        class="fd-input"
        type="text"
        autoComplete="off"
        maxLength={200}
        placeholder={placeholder}
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
