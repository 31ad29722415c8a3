import type { JSX } from 'preact';
import { AudienceField } from '#islands/app-form/AudienceField.tsx';
import { asksForRedirect } from '#islands/app-form/draft.ts';
import { MethodsField } from '#islands/app-form/MethodsField.tsx';
import { PlatformField } from '#islands/app-form/PlatformField.tsx';
import { RedirectUris } from '#islands/app-form/RedirectUris.tsx';
import { RefreshField } from '#islands/app-form/RefreshField.tsx';
import type { Checker } from '../model/checker.ts';
import { Facts } from './Facts.tsx';
import { NameAndScopes } from './NameAndScopes.tsx';
import { PageField } from './PageField.tsx';
import { Transfer } from './Transfer.tsx';

/** The app's settings, under the labels of the page that the reader sees. */
export function Form({ checker, origin }: { checker: Checker; origin: string }): JSX.Element {
  const draft = checker.draft.value;
  const fields = { draft, edit: checker.edit, problems: checker.problems.value };
  return (
    <form class="ck-form ck-card" onSubmit={(event) => event.preventDefault()}>
      <div class="ck-form-head">
        <h2>Your app’s settings</h2>
        <button type="button" class="ck-quiet" onClick={() => checker.reset()}>
          Reset
        </button>
      </div>
      <PageField {...fields} />
      <AudienceField {...fields} />
      <MethodsField {...fields} />
      <PlatformField {...fields} />
      <RefreshField {...fields} />
      {asksForRedirect(draft) ? <RedirectUris {...fields} /> : null}
      <Facts {...fields} />
      <NameAndScopes {...fields} />
      <Transfer checker={checker} origin={origin} />
    </form>
  );
}
