import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type AuthMethod, authMethods } from '#app-settings/app.ts';
import { methodLabels } from '#app-settings/portals.ts';
import { methodNotes } from '../words.ts';
import type { FieldProps } from './fields.ts';
import { Problem } from './Problem.tsx';

/** The methods of a current app, as a set: one app was seen to have two. */
export function MethodsField({
  draft,
  edit,
  problem,
}: FieldProps & { problem: string | undefined }): JSX.Element {
  const id = useId();
  const toggle = (method: AuthMethod, on: boolean): void =>
    edit({
      methods: authMethods.filter((each) => (each === method ? on : draft.methods.includes(each))),
    });
  return (
    <fieldset aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend>Auth: its methods</legend>
      <div class="ck-checks">
        {authMethods.map((method) => (
          <label key={method} class="ck-check">
            <input
              type="checkbox"
              checked={draft.methods.includes(method)}
              onChange={(event) => toggle(method, event.currentTarget.checked)}
            />
            <span>
              {methodLabels[method]}
              {methodNotes[method] ? <span class="ck-hint">{methodNotes[method]}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <Problem id={`${id}-problem`} text={problem} />
    </fieldset>
  );
}
