import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { asksForRedirect } from '#islands/app-form/draft.ts';
import { MethodsField } from '#islands/app-form/MethodsField.tsx';
import { PlatformField } from '#islands/app-form/PlatformField.tsx';
import { RedirectUris } from '#islands/app-form/RedirectUris.tsx';
import { RefreshField } from '#islands/app-form/RefreshField.tsx';
import { late } from '#islands/parts/late.tsx';
import type { Checker } from '../model/checker.ts';
import { Audience } from './Audience.tsx';
import { FormFold } from './FormFold.tsx';
import { PageField } from './PageField.tsx';

/** Where the bar leads from the verdicts. */
export const formId = 'ck-form';

const LateBeside = late(async () => (await import('./Beside.tsx')).Beside);
const LateTransfer = late(async () => (await import('./Transfer.tsx')).Transfer);

/** The parts of the form that are loaded when they are opened, or once the page is idle. */
export const lateFields = [LateBeside, LateTransfer];

/** The app's settings, under the labels of the page that the reader sees. */
export function Form({ checker, origin }: { checker: Checker; origin: string }): JSX.Element {
  const showsBeside = useSignal(false);
  const showsTransfer = useSignal(false);
  const draft = checker.draft.value;
  const problems = checker.problems.value;
  const fields = { draft, edit: checker.edit, problems };
  const facts = Object.values(draft.facts).filter((fact) => fact !== 'ringcentral').length;
  const hasProblem = Boolean(problems.fields.name ?? problems.fields.scopes);
  return (
    <form class="ck-form ck-card" onSubmit={(event) => event.preventDefault()}>
      <div class="ck-form-head">
        <h2 id={formId} tabIndex={-1}>
          Your app’s settings
        </h2>
        <button type="button" class="ck-quiet" onClick={() => checker.reset()}>
          Reset
        </button>
      </div>
      <PageField {...fields} />
      <Audience {...fields} />
      <MethodsField {...fields} />
      <PlatformField {...fields} />
      <RefreshField {...fields} />
      {asksForRedirect(draft) ? <RedirectUris {...fields} /> : null}
      <div class="ck-folds">
        <FormFold
          title="Account facts, name, scopes"
          note={`${facts || 'no'} ${facts === 1 ? 'fact' : 'facts'}, ${draft.scopes.length} ${draft.scopes.length === 1 ? 'scope' : 'scopes'}`}
          isOpen={hasProblem}
          onOpen={() => (showsBeside.value = true)}
        >
          {showsBeside.value ? <LateBeside {...fields} /> : null}
        </FormFold>
        <FormFold
          title="Take them with you"
          note="link, JSON, new app"
          onOpen={() => (showsTransfer.value = true)}
        >
          {showsTransfer.value ? <LateTransfer checker={checker} origin={origin} /> : null}
        </FormFold>
      </div>
    </form>
  );
}
