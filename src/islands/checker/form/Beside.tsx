import type { JSX } from 'preact';
import { anyName } from '#islands/app-form/draft.ts';
import type { FieldProps } from '#islands/app-form/fields.ts';
import { NameField } from '#islands/app-form/NameField.tsx';
import { ScopesField } from '#islands/app-form/ScopesField.tsx';
import { Facts } from './Facts.tsx';

/** What few verdicts hang on: facts of the account, and the name and scopes of the app. */
export function Beside(fields: FieldProps): JSX.Element {
  return (
    <div class="ck-folded">
      <Facts {...fields} />
      <NameField {...fields} placeholder={anyName} />
      <ScopesField {...fields} />
    </div>
  );
}
