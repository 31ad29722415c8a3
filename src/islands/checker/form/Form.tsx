import type { JSX } from 'preact';
import type { Checker } from '../model/checker.ts';
import { asksForRedirect } from '../model/problems.ts';
import { AudienceField } from './AudienceField.tsx';
import { Facts } from './Facts.tsx';
import { MethodsField } from './MethodsField.tsx';
import { NameAndScopes } from './NameAndScopes.tsx';
import { PageField } from './PageField.tsx';
import { PlatformField } from './PlatformField.tsx';
import { RedirectUris } from './RedirectUris.tsx';
import { RefreshField } from './RefreshField.tsx';
import { Transfer } from './Transfer.tsx';

/** The app's settings, under the labels of the page that the reader sees. */
export function Form({ checker, origin }: { checker: Checker; origin: string }): JSX.Element {
  const draft = checker.draft.value;
  const problems = checker.problems.value;
  const threeLegged = draft.methods.includes('three-legged');
  const fields = { draft, edit: checker.edit };
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
      {draft.page === 'current' ? <MethodsField {...fields} problem={problems.methods} /> : null}
      {draft.page !== 'current' || threeLegged ? <PlatformField {...fields} /> : null}
      <RefreshField {...fields} />
      {asksForRedirect(draft) ? <RedirectUris {...fields} problems={problems} /> : null}
      <Facts {...fields} />
      <NameAndScopes {...fields} problems={problems} />
      <Transfer checker={checker} origin={origin} />
    </form>
  );
}
