import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { audiences } from '#app-settings/app.ts';
import { audienceWords } from '#islands/checker/words.ts';
import { FixedReason } from './Fixed.tsx';
import type { FieldProps } from './fields.ts';
import { Problem } from './Problem.tsx';
import { RadioCard } from './RadioCard.tsx';

/** Who may use the app. The sandbox makes no private one public (X5); the other way is open. */
export function AudienceField({ draft, edit, problems, app }: FieldProps): JSX.Element {
  const id = useId();
  const stays = app?.audience === 'private';
  return (
    <fieldset>
      <legend>Who may use it?</legend>
      <div class="cs-cards cs-cards-two">
        {audiences.map((audience) => (
          <RadioCard
            key={audience}
            name="cs-audience"
            value={audience}
            checked={draft.audience === audience}
            disabled={stays && audience === 'public'}
            title={audienceWords[audience].title}
            describedBy={stays && audience === 'public' ? `${id}-fixed` : undefined}
            onChoose={() => edit({ audience })}
          >
            <span class="pg-note">{audienceWords[audience].note}</span>
          </RadioCard>
        ))}
      </div>
      {stays ? <FixedReason id={`${id}-fixed`} /> : null}
      <Problem id={`${id}-problem`} text={problems.fields.audience} />
    </fieldset>
  );
}
