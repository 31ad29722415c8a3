import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { authMethods } from '#app-settings/app.ts';
import { methodLabels } from '#app-settings/portals.ts';
import { Problem } from '#islands/parts/Problem.tsx';
import type { FieldProps } from './fields.ts';
import { methodNotes } from './words.ts';

/** The methods of a current app, as a set: one app was seen to have two. */
export function MethodsField({ draft, edit, problems }: FieldProps): JSX.Element | null {
  const id = useId();
  if (draft.page !== 'current') return null;
  const problem = problems.fields.methods;
  return (
    <fieldset class="fd-field">
      <legend>Auth: its methods</legend>
      <div class="fd-checks">
        {authMethods.map((method, index) => (
          <label key={method} class="fd-check">
            <input
              type="checkbox"
              checked={draft.methods.includes(method)}
              aria-describedby={problem ? `${id}-problem` : undefined}
              data-refused={problem && index === 0 ? '' : undefined}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                edit({
                  methods: authMethods.filter((one) =>
                    one === method ? on : draft.methods.includes(one),
                  ),
                });
              }}
            />
            <span>
              {methodLabels[method]}
              {methodNotes[method] ? <span class="pg-note">{methodNotes[method]}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <Problem id={`${id}-problem`} text={problem} />
    </fieldset>
  );
}
