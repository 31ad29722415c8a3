import type { JSX } from 'preact';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { Desk } from '../model/desk.ts';
import type { Playground } from '../model/playground.ts';

export interface AppStateProps {
  playground: Playground;
  desk: Desk;
}

/** What the reader must know of the app before the first request: it is gone, or its settings forbid the flow. */
export function AppState({ playground, desk }: AppStateProps): JSX.Element | null {
  const { flow } = playground;
  const { clientId, known, comesBack, redirectUri, flows } = playground.app.value;
  if (known === 'unknown') {
    return (
      <div class="pg-app-state">
        <p class="pg-strip pg-strip-warning pg-notice">
          <Verdict kind="warning" />
          <span>
            The sandbox has no app <code>{clientId}</code>: it was deleted, or the sandbox started
            again without it. Its requests will be refused.
          </span>
          <button
            type="button"
            class="pg-button pg-button-small"
            onClick={() => void desk.choose(flow.id, flow.app)}
          >
            Use {flow.app}
          </button>
          <a class="pg-link" href="/console/">
            Open the console
          </a>
        </p>
      </div>
    );
  }
  if (known !== 'known') return null;
  const verdict = flows?.[flow.id];
  const usesBrowser = flow.steps.some(({ kind }) => kind === 'navigate');
  return (
    <div class="pg-app-state">
      {verdict?.bySettings === 'refused' ? (
        <p class="pg-strip pg-strip-warning pg-notice">
          <Verdict kind="refused" />
          <span>
            By its settings, <code>{clientId}</code> may not use this flow
            {verdict.reasons[0] ? ` (rule ${verdict.reasons[0]})` : ''}. Send it all the same and
            read the refusal
            {verdict.predictedError ? (
              <>
                : expect <code>{verdict.predictedError}</code>
              </>
            ) : null}
            .
          </span>
          <a class="pg-link" href="/checker/">
            Why, and what to change
          </a>
        </p>
      ) : null}
      {usesBrowser && comesBack === false ? (
        <p class="pg-strip pg-strip-warning pg-notice">
          <Verdict kind="warning" />
          <span>
            This page is no registered redirect URI of <code>{clientId}</code>, so a sign-in does
            not come back here. It goes to <code>{redirectUri}</code>.
          </span>
          <a class="pg-link" href="/console/">
            Add this page in the console
          </a>
        </p>
      ) : null}
    </div>
  );
}
