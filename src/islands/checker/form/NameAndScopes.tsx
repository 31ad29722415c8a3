import type { JSX } from 'preact';
import { anyName } from '#islands/app-form/draft.ts';
import type { FieldProps } from '#islands/app-form/fields.ts';
import { NameField } from '#islands/app-form/NameField.tsx';
import { ScopesField } from '#islands/app-form/ScopesField.tsx';
import { Icon } from '#islands/parts/Icon.tsx';

/** No flow depends on them; a link and the sandbox's app do. */
export function NameAndScopes(fields: FieldProps): JSX.Element {
  const { name, scopes } = fields.problems.fields;
  return (
    <details class="ck-more-fields" open={name || scopes ? true : undefined}>
      <summary>
        <Icon name="chevron" size={14} />
        <span>
          Name and scopes{' '}
          <span class="ck-hint-inline">{`${fields.draft.scopes.length} chosen; no verdict needs them`}</span>
        </span>
      </summary>
      <NameField {...fields} placeholder={anyName} />
      <ScopesField {...fields} />
    </details>
  );
}
