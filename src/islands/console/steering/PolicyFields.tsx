import type { JSX } from 'preact';
import { Select } from '#islands/parts/Select.tsx';
import type { Policy, PolicyPatch } from '#islands/sandbox-api/sandbox-api.ts';
import { type FieldWords, policyWords } from '#sandbox/policy-words.ts';
import type { PolicyField } from '../model/policy-rows.ts';

interface FieldProps {
  field: PolicyField;
  value: Policy[PolicyField];
  words: FieldWords;
  changed: boolean;
  /** Answers whether the sandbox took it. */
  onChange: (patch: PolicyPatch) => Promise<boolean>;
}

function Choice({ field, value, words, onChange }: FieldProps): JSX.Element {
  return (
    <Select
      id={`cs-policy-${field}`}
      value={String(value)}
      options={Object.keys(words.values ?? {}).map((name) => ({ value: name, label: name }))}
      aria-describedby={`cs-policy-${field}-means`}
      onChoose={(chosen) => void onChange({ [field]: chosen })}
    />
  );
}

function Amount({ field, value, words, onChange }: FieldProps): JSX.Element {
  return (
    <span class="cs-amount">
      <input
        id={`cs-policy-${field}`}
        class="fd-input"
        type="number"
        min={0}
        value={String(value)}
        aria-describedby={`cs-policy-${field}-means`}
        onChange={(event) => {
          const input = event.currentTarget;
          // What is no number is not sent; what is out of range, the sandbox refuses with the reason.
          const back = (taken: boolean): void => {
            if (!taken) input.value = String(value);
          };
          if (input.value === '') back(false);
          else void onChange({ [field]: Number(input.value) }).then(back);
        }}
      />
      <span class="pg-note">{words.unit}</span>
    </span>
  );
}

function Switch({ field, value, onChange }: FieldProps): JSX.Element {
  return (
    <input
      id={`cs-policy-${field}`}
      class="fd-box"
      type="checkbox"
      checked={value === true}
      aria-describedby={`cs-policy-${field}-means`}
      onChange={(event) => void onChange({ [field]: event.currentTarget.checked })}
    />
  );
}

function Field(props: FieldProps): JSX.Element {
  const { field, value, words, changed } = props;
  const Control = words.unit ? Amount : typeof value === 'boolean' ? Switch : Choice;
  const chosen = words.values?.[String(value)];
  return (
    <li class="cs-policy-field" data-field={field}>
      <div class="cs-policy-name">
        <label for={`cs-policy-${field}`}>{words.label}</label>
        <code>{field}</code>
      </div>
      <Control {...props} />
      <div class="cs-policy-means" id={`cs-policy-${field}-means`}>
        <p>{words.means}</p>
        {chosen ? (
          <p>
            <code>{String(value)}</code>: {chosen}
          </p>
        ) : null}
        <p class="pg-note">
          {words.source}
          {changed ? '. Changed from the preset' : ''}
        </p>
      </div>
    </li>
  );
}

/** Every field of the policy with what it means. A change is in force at once. */
export function PolicyFields({
  policy,
  changed,
  onChange,
}: {
  policy: Policy;
  changed: readonly PolicyField[];
  /** Answers whether the sandbox took it. */
  onChange: (patch: PolicyPatch) => Promise<boolean>;
}): JSX.Element {
  return (
    <ul class="cs-policy">
      {(Object.keys(policyWords) as PolicyField[]).map((field) => (
        <Field
          key={field}
          field={field}
          value={policy[field]}
          words={policyWords[field]}
          changed={changed.includes(field)}
          onChange={onChange}
        />
      ))}
    </ul>
  );
}
