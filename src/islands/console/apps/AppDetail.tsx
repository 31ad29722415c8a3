import type { JSX } from 'preact';
import { describeSettings } from '#app-settings/describe.ts';
import { checkerLink } from '#islands/app-form/link.ts';
import type { AppView } from '#islands/sandbox-api/sandbox-api.ts';
import type { Console } from '../model/console.ts';
import { placeLink } from '../model/place.ts';
import { WorkButton } from '../parts/WorkButton.tsx';
import { Credentials } from './Credentials.tsx';
import { Flows } from './Flows.tsx';
import { SettingsList } from './SettingsList.tsx';

/** One app: credentials, settings, and, as on RingCentral's Settings page, the flows available to it. */
export function AppDetail({ console, app }: { console: Console; app: AppView }): JSX.Element {
  const { clientId } = app;
  const remove = async (): Promise<void> => {
    const answer = await console.remove(app);
    if (answer.kind !== 'unreachable') console.go({ section: 'apps' }, 'replace');
  };
  return (
    <div class="cs-detail">
      <section class="cs-card" aria-labelledby="cs-app">
        <div class="cs-card-head cs-app-head">
          <div>
            <h2 id="cs-app" tabIndex={-1} data-arrive>
              {app.name}
            </h2>
            <p class="pg-note">
              {describeSettings(app)}
              {app.demo ? '. It is a demo app: a reset restores it.' : ''}
            </p>
          </div>
          <div class="pg-buttons">
            <a
              class="pg-button pg-button-small"
              href={placeLink({ section: 'apps', app: clientId, do: 'edit' })}
            >
              Edit
            </a>
            <WorkButton class="pg-button pg-button-small" onPress={remove}>
              Delete
            </WorkButton>
          </div>
        </div>
        <Credentials console={console} app={app} />
        <SettingsList app={app} say={console.say} />
        <p class="cs-links">
          <a href={checkerLink(app)}>Open these settings in the checker</a>
          <a href={placeLink({ section: 'requests', app: clientId })}>Requests of this app</a>
          <a href={placeLink({ section: 'policy', app: clientId })}>Policy for this app</a>
        </p>
      </section>
      <Flows console={console} app={app} />
    </div>
  );
}
