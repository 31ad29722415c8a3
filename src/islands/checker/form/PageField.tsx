import type { JSX } from 'preact';
import type { PageLook } from '#app-settings/settings-page.ts';
import { type Draft, lookOf } from '../model/draft.ts';
import { pageChoices } from '../words.ts';
import type { FieldProps } from './fields.ts';
import { RadioCard } from './RadioCard.tsx';

/** What a look says of the form. */
function chosen(look: PageLook): Partial<Draft> {
  return look === 'auth-card' ? { page: 'current' } : { page: 'classic', look };
}

/** Which portal the app is from, told by what its settings page shows. */
export function PageField({ draft, edit }: FieldProps): JSX.Element {
  const now = lookOf(draft);
  return (
    <fieldset>
      <legend>How does your app’s settings page look?</legend>
      <div class="ck-cards ck-pages">
        {pageChoices.map(({ look, title, when, labels }) => (
          <RadioCard
            key={look}
            name="page"
            value={look}
            checked={now === look}
            title={title}
            onChoose={() => edit(chosen(look))}
          >
            <span class="ck-card-note">{when}</span>
            <span class="ck-labels">
              {labels.map((label) => (
                <span key={label}>{label}</span>
              ))}
            </span>
          </RadioCard>
        ))}
        <RadioCard
          name="page"
          value="unknown"
          checked={now === undefined}
          title="I cannot see it"
          onChoose={() => edit({ page: 'unknown' })}
        >
          <span class="ck-card-note">Answers for both portals where they differ</span>
        </RadioCard>
      </div>
    </fieldset>
  );
}
