import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { clientType } from '#app-settings/app.ts';
import { AudienceField } from '#islands/app-form/AudienceField.tsx';
import type { Draft } from '#islands/app-form/draft.ts';
import { MethodsField } from '#islands/app-form/MethodsField.tsx';
import { NameField } from '#islands/app-form/NameField.tsx';
import { PlatformField } from '#islands/app-form/PlatformField.tsx';
import { noProblems } from '#islands/app-form/problems.ts';
import { RedirectUris } from '#islands/app-form/RedirectUris.tsx';
import { RefreshField } from '#islands/app-form/RefreshField.tsx';
import { ScopesField } from '#islands/app-form/ScopesField.tsx';
import { Problem } from '#islands/parts/Problem.tsx';
import type { AppView } from '#islands/sandbox-api/sandbox-api.ts';
import { FixedReason } from '../form/Fixed.tsx';
import { FixedPlatform, FixedPortal } from '../form/FixedFields.tsx';
import { PortalField } from '../form/PortalField.tsx';
import {
  changesOf,
  draftOfApp,
  newDraft,
  problemsOf,
  settingsOf,
  withoutEdited,
} from '../model/app-draft.ts';
import type { Console } from '../model/console.ts';
import { problemWords } from '../model/notice.ts';
import { placeLink } from '../model/place.ts';
import { WorkButton } from '../parts/WorkButton.tsx';

/**
 * A new app, or an app's settings. The sandbox judges them; what it objects to stands on the field,
 * and the first such field gets the focus.
 *
 * The place says whether one is created or which one is edited.
 */
export function AppForm({ console }: { console: Console }): JSX.Element {
  const app = useMemo((): AppView | undefined => {
    const { app: clientId, do: act } = console.place.peek();
    const apps = act === 'edit' ? console.apps.peek().value : undefined;
    return apps?.find((one) => one.clientId === clientId);
  }, []);
  const draft = useSignal<Draft>(app ? draftOfApp(app) : newDraft(console.origin));
  const problems = useSignal(noProblems);
  const trouble = useSignal('');
  const form = useRef<HTMLFormElement>(null);

  const edit = (changes: Partial<Draft>): void => {
    draft.value = { ...draft.value, ...changes };
    problems.value = withoutEdited(problems.value, changes);
  };
  const save = async (): Promise<void> => {
    const settings = settingsOf(draft.value);
    const answer = app
      ? await console.update(app, changesOf(app, draft.value))
      : await console.create(settings);
    if (answer.kind === 'done') {
      const { clientId, name } = answer.value;
      console.go({ section: 'apps', app: clientId }, 'replace');
      console.say(app ? `${name} is saved.` : `${name} is created.`);
      return;
    }
    trouble.value = answer.kind === 'refused' ? '' : problemWords(answer);
    problems.value =
      answer.kind === 'refused' ? problemsOf(answer.issues, draft.value) : noProblems;
    const { count } = problems.value;
    if (count > 0) {
      console.say(`Not saved. ${count} ${count === 1 ? 'setting is' : 'settings are'} refused.`);
    } else console.say(trouble.value);
    // The marks are drawn after this turn.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[data-refused]')?.focus());
  };

  const fields = { draft: draft.value, edit, problems: problems.value };
  const secret = clientType(settingsOf(draft.value)) === 'confidential';
  return (
    <form
      class="cs-card cs-form"
      ref={form}
      noValidate
      aria-labelledby="cs-form"
      onSubmit={(event) => event.preventDefault()}
    >
      <div class="cs-card-head">
        <h2 id="cs-form" tabIndex={-1} data-arrive>
          {app ? `Edit ${app.name}` : 'Create an app'}
        </h2>
      </div>
      <NameField {...fields} />
      {app ? <FixedPortal app={app} /> : <PortalField {...fields} />}
      <AudienceField
        {...fields}
        {...(app?.audience === 'private' && { staysPrivate: <FixedReason /> })}
      />
      <MethodsField {...fields} />
      {app ? (
        <FixedPlatform app={app} problem={problems.value.fields.platformType} />
      ) : (
        <PlatformField {...fields} />
      )}
      <RefreshField {...fields} classicNote="; the sandbox can leave it out" />
      <RedirectUris {...fields} />
      <ScopesField {...fields} />
      <div class="cs-form-end">
        {problems.value.other.map((message) => (
          <Problem key={message} text={message} />
        ))}
        {trouble.value ? <Problem text={trouble.value} /> : null}
        {app ? null : (
          <p class="pg-note">
            {secret
              ? 'The sandbox gives it a client id and a secret.'
              : 'The sandbox gives it a client id and no secret: its code runs where anyone can read it.'}
          </p>
        )}
        <div class="pg-buttons">
          <WorkButton class="pg-button pg-button-primary" type="submit" onPress={save}>
            {app ? 'Save' : 'Create'}
          </WorkButton>
          <a
            class="pg-button pg-button-plain"
            href={placeLink({ section: 'apps', ...(app && { app: app.clientId }) })}
          >
            Cancel
          </a>
        </div>
      </div>
    </form>
  );
}
