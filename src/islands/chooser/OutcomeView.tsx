import type { JSX, RefObject } from 'preact';
import type { FlowId } from '#app-settings/app.ts';
import { writeState } from '#app-settings/chooser/fragment.ts';
import type { Outcome } from '#app-settings/chooser/outcome.ts';
import { WayOn } from '#islands/parts/WayOn.tsx';
import { FlowAnswer } from './FlowAnswer.tsx';
import type { Chooser } from './model.ts';

/** Where the questions end. */
export function OutcomeView({
  chooser,
  outcome,
  title,
  say,
}: {
  chooser: Chooser;
  outcome: Outcome;
  title: RefObject<HTMLHeadingElement>;
  say: (message: string) => void;
}): JSX.Element {
  const recommendation = chooser.recommendation.value;
  if (outcome.kind === 'flow' && recommendation) {
    return (
      <FlowAnswer
        chooser={chooser}
        outcome={outcome}
        recommendation={recommendation}
        title={title}
        say={say}
      />
    );
  }
  return (
    <div class="ch-outcome ch-elsewhere">
      <p class="ch-count">Answer</p>
      <h2 ref={title} tabIndex={-1}>
        {outcome.title}
      </h2>
      {outcome.kind === 'elsewhere' ? (
        <>
          <p class="ch-lead">{outcome.lead}</p>
          <p>
            <a class="pg-button pg-button-primary" href={outcome.href}>
              {outcome.action}
            </a>
          </p>
        </>
      ) : (
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
      )}
    </div>
  );
}

/** For whom it acts, in the chooser's own words, decides between the two that come in its place. */
const actsFor: Partial<Record<FlowId, string>> = { 'auth-code-pkce': 'each', jwt: 'one' };
