import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { AudienceField } from '#islands/app-form/AudienceField.tsx';
import { asksForRedirect, type Draft, draftOf, settingsIn } from '#islands/app-form/draft.ts';
import { MethodsField } from '#islands/app-form/MethodsField.tsx';
import { PlatformField } from '#islands/app-form/PlatformField.tsx';
import { NameField } from '#islands/app-form/NameField.tsx';
import { noProblems } from '#islands/app-form/problems.ts';
import { RedirectUris } from '#islands/app-form/RedirectUris.tsx';
import { RefreshField } from '#islands/app-form/RefreshField.tsx';
import { ScopesField } from '#islands/app-form/ScopesField.tsx';
import { Segments } from '#islands/parts/Segments.tsx';
import type { Diagnoser } from '../model/diagnoser.ts';
import { generousDraft } from './generous.ts';

const signsIn = [
  { value: 'people', label: 'People sign in' },
  { value: 'one', label: 'One fixed user' },
] as const;

const runsAt = [
  { value: 'ServerWeb', label: 'Server' },
  { value: 'BrowserBased', label: 'Browser' },
  { value: 'MobileIOS', label: 'Phone' },
  { value: 'DesktopWindows', label: 'Desktop' },
] as const;

const portals = [
  { value: 'current', label: 'It has an Auth card' },
  { value: 'classic', label: 'It has a platform type' },
] as const;

const nameless = 'App of this ticket';

/** Two quick choices, and behind them the checker's fields: whichever decides. */
export function SettingsForm({
  diagnoser,
  onDone,
}: {
  diagnoser: Diagnoser;
  onDone: () => void;
}): JSX.Element {
  const draft = useSignal<Draft>(
    diagnoser.settings.peek()
      ? draftOf(diagnoser.settings.peek() ?? settingsIn('current', generousDraft(undefined)))
      : generousDraft(diagnoser.shown.peek()),
  );
  const edit = (change: Partial<Draft>): void => {
    draft.value = { ...draft.value, ...change };
  };
  const fields = { draft: draft.value, edit, problems: noProblems };
  const { methods, page, platformType } = draft.value;
  const isOne =
    page === 'classic' ? platformType === 'ServerOther' : !methods.includes('three-legged');
  const use = (): void => {
    const { page: portal } = draft.value;
    const name = draft.value.name.trim() || nameless;
    void diagnoser.useSettings(
      settingsIn(portal === 'classic' ? 'classic' : 'current', { ...draft.value, name }),
    );
    onDone();
  };
  return (
    <form
      class="dg-field dg-form"
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <div class="dg-choice">
        <span class="fd-label">How does it sign in?</span>
        <Segments
          label="How does it sign in?"
          name="signs-in"
          value={isOne ? 'one' : 'people'}
          options={signsIn}
          onChange={(how) =>
            edit(
              page === 'classic'
                ? { platformType: how === 'one' ? 'ServerOther' : 'ServerWeb' }
                : { methods: how === 'one' ? ['jwt'] : ['three-legged'] },
            )
          }
        />
      </div>
      {isOne ? null : (
        <div class="dg-choice">
          <span class="fd-label">Where does its code run?</span>
          <Segments
            label="Where does its code run?"
            name="runs-at"
            value={platformType as (typeof runsAt)[number]['value']}
            options={runsAt}
            onChange={(type) => edit({ platformType: type })}
          />
        </div>
      )}
      <p class="pg-note">
        If you leave a setting out, no verdict depends on it. The redirect URIs are those of the
        paste, until you write what the console lists.
      </p>
      <details class="dg-all">
        <summary>All settings</summary>
        <div class="dg-fields">
          <Segments
            label="Its settings page"
            name="portal"
            value={page === 'classic' ? 'classic' : 'current'}
            options={portals}
            onChange={(next) => edit({ page: next })}
          />
          <NameField {...fields} placeholder={nameless} />
          <AudienceField {...fields} />
          <MethodsField {...fields} />
          <PlatformField {...fields} />
          <RefreshField {...fields} />
          {asksForRedirect(draft.value) ? <RedirectUris {...fields} /> : null}
          <ScopesField {...fields} />
        </div>
      </details>
      <button type="submit" class="pg-button pg-button-primary">
        Judge by these settings
      </button>
    </form>
  );
}
