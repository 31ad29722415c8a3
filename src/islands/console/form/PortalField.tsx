import type { JSX } from 'preact';
import { portals } from '#app-settings/app.ts';
import { Fixed } from './Fixed.tsx';
import type { FieldProps } from './fields.ts';
import { portalWords } from './portal-words.ts';
import { RadioCard } from './RadioCard.tsx';

/** Which portal made the app, told by the labels that its settings page shows. */
export function PortalField({ draft, edit, app }: FieldProps): JSX.Element {
  if (app) {
    return <Fixed name="Portal" value={app.portal === 'classic' ? 'Classic' : 'Current'} />;
  }
  return (
    <fieldset>
      <legend>How does your app’s settings page look?</legend>
      <div class="cs-cards cs-cards-two">
        {[...portals].reverse().map((portal) => (
          <RadioCard
            key={portal}
            name="cs-portal"
            value={portal}
            checked={draft.portal === portal}
            title={portalWords[portal].title}
            onChoose={() =>
              // Each portal's own: classic apps have refresh tokens, current ones must ask for them.
              edit({ portal, issueRefreshTokens: portal === 'classic' })
            }
          >
            <span class="pg-note">{portalWords[portal].note}</span>
          </RadioCard>
        ))}
      </div>
    </fieldset>
  );
}
