import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

/**
 * A field for a secret that no password manager fills or keeps: it is no password field, its letters
 * are drawn as dots, and the managers' own marks say that it is not theirs.
 */
export function SecretField({
  label,
  note,
  value,
  onType,
}: {
  label: string;
  note: string;
  value: string;
  onType: (value: string) => void;
}): JSX.Element {
  const id = useId();
  return (
    <div class="fd-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="fd-input sv-secret"
        type="text"
        value={value}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        data-1p-ignore
        data-lpignore="true"
        data-bwignore
        data-form-type="other"
        aria-describedby={`${id}-note`}
        // A copied secret often brings the spaces around it; inside, nothing is touched.
        onInput={(event) => onType(event.currentTarget.value.trim())}
      />
      <p class="pg-note" id={`${id}-note`}>
        {note}
      </p>
    </div>
  );
}
