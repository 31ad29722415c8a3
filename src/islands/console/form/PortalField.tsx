import type { JSX } from 'preact';
import { portals } from '#app-settings/app.ts';
import type { FieldProps } from '#islands/app-form/fields.ts';
import { RadioCard } from '#islands/parts/RadioCard.tsx';
import { portalWords } from './portal-words.ts';

/** Which portal made the app, told by the labels that its settings page shows. */
export function PortalField({ draft, edit }: FieldProps): JSX.Element {
  return (
    <fieldset class="fd-field">
      <legend>How does your app’s settings page look?</legend>
      <div class="fd-cards fd-cards-two">
        {[...portals].reverse().map((portal) => (
          <RadioCard
            key={portal}
            name="cs-portal"
            value={portal}
            checked={draft.page === portal}
            title={portalWords[portal].title}
            onChoose={() => edit({ page: portal })}
          >
            <span class="pg-note">{portalWords[portal].note}</span>
          </RadioCard>
        ))}
      </div>
    </fieldset>
  );
}
