import type { FlowStep } from '#flows/flow.ts';
import type { JSX } from 'preact';
import type { KnownValue } from '#islands/parts/tint.ts';

/** What the app made alone, before anything left it. */
export function MadeAnswer({
  names,
  step,
  known,
}: {
  names: readonly string[];
  step: FlowStep;
  known: readonly KnownValue[];
}): JSX.Element {
  return (
    <section class="pg-made" aria-label="Made">
      <dl class="pg-facts">
        {names.map((name) => {
          const value = known.find((candidate) => candidate.name === name);
          return (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {value ? (
                  <code class="pg-fact-value">
                    <mark class="pg-value" data-actor={value.maker}>
                      {value.value}
                    </mark>
                  </code>
                ) : null}
                <span class="pg-note">{step.answerNotes[name]}</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
