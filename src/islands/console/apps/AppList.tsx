import type { JSX } from 'preact';
import { describeSettings } from '#app-settings/describe.ts';
import type { AppView } from '#islands/sandbox-api/sandbox-api.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Console } from '../model/console.ts';
import { placeLink } from '../model/place.ts';
import { Waiting } from '../parts/Waiting.tsx';

function Group({
  title,
  apps,
  current,
  empty,
}: {
  title: string;
  apps: readonly AppView[];
  current: string | undefined;
  empty?: string;
}): JSX.Element {
  return (
    <>
      <h3>{title}</h3>
      {apps.length === 0 && empty ? <p class="cs-empty">{empty}</p> : null}
      <ul>
        {apps.map((app) => (
          <li key={app.clientId}>
            <a
              class="cs-app-link"
              href={placeLink({ section: 'apps', app: app.clientId })}
              aria-current={app.clientId === current ? 'true' : undefined}
            >
              <b>{app.name}</b>
              <code>{app.clientId}</code>
              <span>{describeSettings(app)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Every app of the sandbox; the reader's own first. */
export function AppList({ console }: { console: Console }): JSX.Element {
  const { app: current } = console.place.value;
  return (
    <section class="cs-card cs-list" aria-label="Apps">
      <div class="cs-card-head">
        <h2>Apps</h2>
        <a class="pg-button pg-button-small" href={placeLink({ section: 'apps', do: 'create' })}>
          <Icon name="plus" size={14} />
          Create an app
        </a>
      </div>
      <Waiting loaded={console.apps.value} what="the apps">
        {(apps) => (
          <>
            <Group
              title="Created here"
              apps={apps.filter(({ demo }) => !demo)}
              current={current}
              empty="None yet. This tab keeps an app that you create, and offers to make it again when the sandbox starts again."
            />
            <Group title="Demo apps" apps={apps.filter(({ demo }) => demo)} current={current} />
          </>
        )}
      </Waiting>
    </section>
  );
}
