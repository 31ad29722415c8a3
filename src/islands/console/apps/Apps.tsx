import type { JSX } from 'preact';
import { placeLink } from '../model/place.ts';
import { lateSection, type SectionProps } from '../parts/late-section.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { AppList } from './AppList.tsx';

/** What is known of an app, with its flows and their rules: a reader comes to the list first. */
export const LateDetail = lateSection(async () => (await import('./AppDetail.tsx')).AppDetail);

/** The form is not what a reader comes for first, and a fifth of the code. */
export const LateForm = lateSection(async () => (await import('./AppForm.tsx')).AppForm);

function Main({ console, onDrawn }: SectionProps): JSX.Element {
  const { app: clientId, do: act } = console.place.value;
  if (act === 'create') {
    return <LateForm key="create" console={console} onDrawn={onDrawn} />;
  }
  return (
    <Waiting loaded={console.apps.value} what="the apps">
      {(apps) => {
        const app = apps.find((one) => one.clientId === clientId);
        if (app && act === 'edit') {
          return <LateForm key={`edit ${clientId}`} console={console} onDrawn={onDrawn} />;
        }
        if (app) {
          return <LateDetail key={clientId} console={console} app={app} onDrawn={onDrawn} />;
        }
        return clientId === undefined ? <Nothing /> : <NoSuchApp clientId={clientId} />;
      }}
    </Waiting>
  );
}

function Nothing(): JSX.Element {
  return (
    <div class="cs-card cs-intro">
      <h2 tabIndex={-1} data-arrive>
        Every flow begins with an app
      </h2>
      <p>
        Its settings decide which flows it may use. Choose an app to see its credentials and the
        flows available to it, or create one with the settings of your app at RingCentral.
      </p>
      <div class="pg-buttons">
        <a class="pg-button pg-button-primary" href={placeLink({ section: 'apps', do: 'create' })}>
          Create an app
        </a>
        <a class="pg-button" href="/playground/">
          Run a flow
        </a>
      </div>
    </div>
  );
}

function NoSuchApp({ clientId }: { clientId: string }): JSX.Element {
  return (
    <div class="cs-card cs-intro">
      <h2 tabIndex={-1} data-arrive>
        The sandbox has no such app
      </h2>
      <p>
        No app has the client id <code>{clientId}</code>. Somebody deleted it, or the sandbox has
        started again since.
      </p>
      <div class="pg-buttons">
        <a class="pg-button" href={placeLink({ section: 'apps' })}>
          See all apps
        </a>
      </div>
    </div>
  );
}

/** The apps at the left, one of them, or the form, at the right; on a narrow page one after the other. */
export function Apps({ console, onDrawn }: SectionProps): JSX.Element {
  const { app, do: act } = console.place.value;
  return (
    <div class="cs-split" data-open={app !== undefined || act !== undefined || undefined}>
      <AppList console={console} />
      <div class="cs-main">
        <a class="cs-back" href={placeLink({ section: 'apps' })}>
          All apps
        </a>
        <Main console={console} onDrawn={onDrawn} />
      </div>
    </div>
  );
}
