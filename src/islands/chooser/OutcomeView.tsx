import type { JSX, RefObject } from 'preact';
import type { FlowId } from '#app-settings/app.ts';
import { writeState } from '#app-settings/chooser/fragment.ts';
import { mind } from '#app-settings/chooser/mind.ts';
import { endedFlows, noSettingBringsItBack } from '#app-settings/ended-flows.ts';
import type { FlowOutcome, Outcome } from '#app-settings/chooser/outcome.ts';
import { recommend } from '#app-settings/chooser/recommend.ts';
import { ruledOut } from '#app-settings/chooser/ruled-out.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import { WayOn } from '#islands/parts/WayOn.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { AppCard } from './AppCard.tsx';
import { BrandField } from './BrandField.tsx';
import type { Chooser } from './model.ts';
import { Reasons } from './Reasons.tsx';

interface Props<Of extends Outcome> {
  chooser: Chooser;
  outcome: Of;
  title: RefObject<HTMLHeadingElement>;
  guides: readonly string[];
  say: (message: string) => void;
}

/** Where the questions end. */
export function OutcomeView(props: Props<Outcome>): JSX.Element {
  const { outcome, title, guides } = props;
  if (outcome.kind === 'flow') return <FlowAnswer {...props} outcome={outcome} />;
  if (outcome.kind === 'ended') return <EndedAnswer {...props} outcome={outcome} />;
  const stands =
    outcome.href === '/checker/' || guides.includes(outcome.href.replaceAll(/^\/|\/$/g, ''));
  return (
    <div class="ch-outcome">
      <p class="ch-count">Answer</p>
      <h2 ref={title} tabIndex={-1}>
        {outcome.title}
      </h2>
      <p class="ch-lead">{outcome.lead}</p>
      {stands ? (
        <p>
          <a class="pg-button pg-button-primary" href={outcome.href}>
            {outcome.action}
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** For whom it acts, in the chooser's own words, decides between the two that come in its place. */
const actsFor: Partial<Record<FlowId, string>> = { 'auth-code-pkce': 'each', jwt: 'one' };

function EndedAnswer({ outcome, title }: Props<Extract<Outcome, { kind: 'ended' }>>): JSX.Element {
  return (
    <div class="ch-outcome">
      <p class="ch-count">Answer</p>
      <h2 ref={title} tabIndex={-1}>
        {outcome.title}
      </h2>
      <WayOn
        flow={outcome.flow}
        lead={outcome.lead}
        answer={(flow, words) => (
          <a
            class="pg-button pg-button-small"
            href={`#${writeState({ answers: { what: 'app', for: actsFor[flow] ?? 'each' } })}`}
          >
            {words}
          </a>
        )}
      />
    </div>
  );
}

function FlowAnswer({ chooser, outcome, title, guides, say }: Props<FlowOutcome>): JSX.Element {
  const { answers, brand } = chooser.state.value;
  const recommendation = recommend(outcome, answers, brand);
  const refresh = recommendation.apps[0].issueRefreshTokens === true;
  return (
    <div class="ch-outcome">
      <p class="ch-count">Answer</p>
      <h2 ref={title} tabIndex={-1}>
        {outcome.title}
      </h2>
      <p class="ch-lead">{outcome.lead}</p>
      <section aria-labelledby="ch-because">
        <h3 id="ch-because">Why</h3>
        <Reasons reasons={outcome.reasons} />
      </section>
      <section aria-labelledby="ch-app">
        <h3 id="ch-app">The app to make</h3>
        <BrandField chooser={chooser} />
        <AppCard outcome={outcome} recommendation={recommendation} guides={guides} say={say} />
      </section>
      <section aria-labelledby="ch-mind">
        <h3 id="ch-mind">See to this</h3>
        <Reasons reasons={mind(outcome, recommendation)} />
      </section>
      <section aria-labelledby="ch-out">
        <h3 id="ch-out">Ruled out</h3>
        <ul class="ch-out">
          {ruledOut(outcome, refresh).map(({ flow, ...reason }) => (
            <li key={flow}>
              <Icon name="close" />
              <div>
                <b>{flowNames[flow]}</b>
                {endedFlows[flow] ? ` ${noSettingBringsItBack}` : null}
                <Reasons reasons={[reason]} />
                {endedFlows[flow] ? (
                  <a href={endedFlows[flow].href}>{endedFlows[flow].words}</a>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
