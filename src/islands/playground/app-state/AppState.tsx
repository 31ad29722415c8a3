import type { ComponentChildren, JSX } from 'preact';
import { type AppSettings, flowIds } from '#app-settings/app.ts';
import { refusals } from '#app-settings/refusals.ts';
import type { Rule } from '#app-settings/rules/rule.ts';
import { checkerLink } from '#islands/app-form/link.ts';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { WayOn } from '#islands/parts/WayOn.tsx';
import type { Desk } from '../model/desk.ts';
import type { Playground } from '../model/playground.ts';

export interface AppStateProps {
  playground: Playground;
  desk: Desk;
  /** On a guide's page, which says of its flow what RingCentral makes of it today. */
  inline: boolean;
}

/** A rule in its own words, with the way to it. */
function Said({ rule: { id, words } }: { rule: Rule }): JSX.Element {
  return (
    <>
      {words.replace(/\.$/, '')} (
      <a class="pg-spec" href={`/reference/app-settings/#${id.toLowerCase()}`}>
        {id}
      </a>
      ).
    </>
  );
}

/** What refuses the flow to this app: its settings by their rule, and RingCentral today by its own. */
function Refused({
  name,
  settings,
  flow,
  predicted,
  inline,
}: {
  name: JSX.Element;
  settings: AppSettings;
  flow: (typeof flowIds)[number];
  predicted: string | undefined;
  inline: boolean;
}): JSX.Element | null {
  const {
    bySettings: [byRule],
    today: [today],
  } = refusals(settings, flow);
  if (!byRule && (!today || inline)) return null;
  return (
    <div class="pg-strip pg-strip-warning" data-refused>
      <Verdict kind={byRule ? 'refused' : 'warning'} />
      <div class="pg-strip-words">
        {today ? (
          <WayOn
            flow={flow}
            lead={<Said rule={today} />}
            answer={(other, words) => (
              // With its own demo app, for this one may have neither.
              <a class="pg-button pg-button-small" href={`/playground/#flow=${other}`}>
                {words}
              </a>
            )}
          />
        ) : null}
        <p>
          {byRule ? (
            <>
              By its settings, {name} may not use this flow. <Said rule={byRule} /> Send it anyway
              and read the refusal
              {predicted ? (
                <>
                  : expect <code>{predicted}</code>
                </>
              ) : null}
              .
            </>
          ) : (
            <>By its settings, {name} may use this flow, and so it runs in the sandbox.</>
          )}
        </p>
      </div>
      <a class="pg-link" href={checkerLink(settings, { open: flow })}>
        {today ? 'Why, in the checker' : 'Why, and what to change'}
      </a>
    </div>
  );
}

function Warning({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <p class="pg-strip pg-strip-warning">
      <Verdict kind="warning" />
      {children}
    </p>
  );
}

/**
 * What the reader must know of the app: it is gone, or, before the first request, the flow is refused to
 * it. In the step's card, where it moves nothing that stands.
 */
export function AppState({ playground, desk, inline }: AppStateProps): JSX.Element | null {
  const { flow } = playground;
  const { number, definition } = playground.step.value;
  const { clientId, known, comesBack, redirectUri, flows, settings, isDemo } = playground.app.value;
  if (known === 'unknown') {
    return (
      <div class="pg-app-state">
        <Warning>
          <span>
            The sandbox has no app <code>{clientId}</code>: somebody deleted it, or the sandbox
            started again without it. The sandbox will refuse its requests.
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
        </Warning>
      </div>
    );
  }
  if (known !== 'known') return null;
  const judged = flowIds.find((id) => id === flow.id);
  const isFirst = number === 1;
  const usesBrowser = flow.steps.some(({ kind }) => kind === 'navigate');
  const leaves = isFirst || definition.kind === 'navigate';
  return (
    <div class="pg-app-state">
      {isFirst && judged && settings ? (
        <Refused
          name={isDemo ? <code>{clientId}</code> : <b>{settings.name || clientId}</b>}
          settings={settings}
          flow={judged}
          predicted={flows?.[judged]?.predictedError}
          inline={inline}
        />
      ) : null}
      {usesBrowser && leaves && comesBack === false ? (
        <Warning>
          <span>
            This page is not a registered redirect URI of <code>{clientId}</code>, so a sign-in does
            not come back here. It goes to <code>{redirectUri}</code>.
          </span>
          <a class="pg-link" href="/console/">
            Add this page in the console
          </a>
        </Warning>
      ) : null}
    </div>
  );
}
