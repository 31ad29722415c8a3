import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { anyName } from '#islands/app-form/draft.ts';
import type { FieldProps } from '#islands/app-form/fields.ts';
import { NameField } from '#islands/app-form/NameField.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { late } from '#islands/parts/late.tsx';

const LateScopes = late(
  async () => (await import('#islands/app-form/ScopesField.tsx')).ScopesField,
);

/** No flow depends on them; a link and the sandbox's app do. */
export function NameAndScopes(fields: FieldProps): JSX.Element {
  const wasOpened = useSignal(false);
  const { name, scopes } = fields.problems.fields;
  return (
    <details
      class="ck-more-fields"
      open={name || scopes ? true : undefined}
      onToggle={(event) => {
        if (event.currentTarget.open) wasOpened.value = true;
      }}
    >
      <summary>
        <Icon name="chevron" size={14} />
        <span>
          Name and scopes{' '}
          <span class="ck-hint-inline">{`${fields.draft.scopes.length} chosen; no verdict needs them`}</span>
        </span>
      </summary>
      <NameField {...fields} placeholder={anyName} />
      {wasOpened.value ? <LateScopes {...fields} /> : null}
    </details>
  );
}
