import type { JSX } from 'preact';
import type { PageLook } from '#app-settings/settings-page.ts';
import { type Draft, lookOf } from '#islands/app-form/draft.ts';
import type { FieldProps } from '#islands/app-form/fields.ts';
import { RadioCard } from '#islands/parts/RadioCard.tsx';
import { pageChoices } from '../words.ts';

/** What a look says of the form. */
function chosen(look: PageLook): Partial<Draft> {
  return look === 'auth-card' ? { page: 'current' } : { page: 'classic', look };
}

/** Which portal the app is from, told by what its settings page shows. */
export function PageField({ draft, edit }: Omit<FieldProps, 'problems'>): JSX.Element {
  const now = lookOf(draft);
  return (
    <fieldset class="fd-field">
      <legend>How does your app’s settings page look?</legend>
      <div class="fd-cards ck-pages">
        {pageChoices.map(({ look, title, when, labels }) => (
          <RadioCard
            key={look}
            name="ck-page"
            value={look}
            checked={now === look}
            title={title}
            onChoose={() => edit(chosen(look))}
          >
            <span class="pg-note">{when}</span>
            <span class="ck-labels">
              {labels.map((label) => (
                <span key={label}>{label}</span>
              ))}
            </span>
          </RadioCard>
        ))}
        <RadioCard
          name="ck-page"
          value="unknown"
          checked={now === undefined}
          title="I cannot see it"
          onChoose={() => edit({ page: 'unknown' })}
        >
          <span class="pg-note">Answers for both portals where they differ</span>
        </RadioCard>
      </div>
    </fieldset>
  );
}
