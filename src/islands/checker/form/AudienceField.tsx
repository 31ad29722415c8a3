import type { JSX } from 'preact';
import { audiences } from '#app-settings/app.ts';
import { lookOf } from '../model/draft.ts';
import { audienceNote, audienceWords } from '../words.ts';
import type { FieldProps } from './fields.ts';
import { RadioCard } from './RadioCard.tsx';

export function AudienceField({ draft, edit }: FieldProps): JSX.Element {
  return (
    <fieldset>
      <legend>Who may use it?</legend>
      <div class="ck-cards ck-cards-two">
        {audiences.map((audience) => (
          <RadioCard
            key={audience}
            name="audience"
            value={audience}
            checked={draft.audience === audience}
            title={audienceWords[audience].title}
            onChoose={() => edit({ audience })}
          >
            <span class="ck-card-note">{audienceNote(audience, lookOf(draft))}</span>
          </RadioCard>
        ))}
      </div>
    </fieldset>
  );
}
