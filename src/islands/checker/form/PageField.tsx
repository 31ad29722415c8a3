import type { JSX } from 'preact';
import { settingsPages } from '../model/draft.ts';
import { pageWords } from '../words.ts';
import type { FieldProps } from './fields.ts';
import { RadioCard } from './RadioCard.tsx';

/** Which portal the app is from, told by what its settings page shows. */
export function PageField({ draft, edit }: FieldProps): JSX.Element {
  return (
    <fieldset>
      <legend>How does your app’s settings page look?</legend>
      <div class="ck-cards">
        {settingsPages.map((page) => {
          const { title, labels, note } = pageWords[page];
          return (
            <RadioCard
              key={page}
              name="page"
              value={page}
              checked={draft.page === page}
              title={title}
              onChoose={() => edit({ page })}
            >
              <span class="ck-card-note">{note}</span>
              {labels.length > 0 ? (
                <span class="ck-labels">
                  {labels.map((label) => (
                    <span key={label}>{label}</span>
                  ))}
                </span>
              ) : null}
            </RadioCard>
          );
        })}
      </div>
    </fieldset>
  );
}
