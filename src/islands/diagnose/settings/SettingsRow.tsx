import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { AppSettings } from '#app-settings/app.ts';
import { audienceWords, plainTypes } from '#islands/app-form/words.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { late } from '#islands/parts/late.tsx';
import type { Diagnoser } from '../model/diagnoser.ts';
import { NewAppLink } from './NewAppLink.tsx';
import { SettingsForm } from './SettingsForm.tsx';

const LateOtherwise = late(async () => (await import('../otherwise/Otherwise.tsx')).Otherwise);

type Open = 'link' | 'form' | 'otherwise';

/** "Private, on a web server"; an app that nobody signs in to has no place. */
const chosenWords = ({ audience, platformType }: AppSettings): string =>
  `${audienceWords[audience].title}, ${platformType ? plainTypes[platformType].replace(/^./, (one) => one.toLowerCase()) : 'one fixed user, JWT'}`;

/** The app's settings, which decide what a paste leaves open; and the way to say that the verdict was wrong. */
export function SettingsRow({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element {
  const open = useSignal<Open>();
  const { settings } = diagnoser;
  // Another ticket closes what was open for the last one.
  useEffect(() => () => (open.value = undefined), []);
  const toggle = (what: Open): void => {
    open.value = open.value === what ? undefined : what;
  };
  const close = (): void => {
    open.value = undefined;
  };
  const chosen = settings.value;
  return (
    <>
      <div class="dg-settings">
        <span class="pg-note">App settings</span>
        {chosen ? (
          <>
            <span class="dg-chosen">{chosenWords(chosen)}</span>
            <button
              type="button"
              class="pg-quiet"
              onClick={() => void diagnoser.useSettings(undefined)}
            >
              Leave out
            </button>
          </>
        ) : null}
        <button
          type="button"
          class="pg-button pg-button-small"
          aria-expanded={open.value === 'link'}
          onClick={() => toggle('link')}
        >
          <Icon name="link" size={13} />
          New-app link
        </button>
        <button
          type="button"
          class="pg-button pg-button-small"
          aria-expanded={open.value === 'form'}
          onClick={() => toggle('form')}
        >
          Choose…
        </button>
        <button
          type="button"
          class="dg-quiet dg-else"
          aria-expanded={open.value === 'otherwise'}
          onClick={() => toggle('otherwise')}
        >
          It was something else
        </button>
      </div>
      {open.value === undefined ? null : (
        <div
          class="dg-opened"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // Escape closes what was opened last; the next one forgets the ticket.
            event.preventDefault();
            event.stopPropagation();
            close();
          }}
        >
          {open.value === 'link' ? <NewAppLink diagnoser={diagnoser} onDone={close} /> : null}
          {open.value === 'form' ? <SettingsForm diagnoser={diagnoser} onDone={close} /> : null}
          {open.value === 'otherwise' ? <LateOtherwise diagnoser={diagnoser} /> : null}
        </div>
      )}
    </>
  );
}
