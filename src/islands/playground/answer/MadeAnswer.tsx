import type { FlowStep } from '#flows/flow.ts';
import type { JSX } from 'preact';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { KnownValue } from '#islands/parts/tint.ts';

/** What the app made alone, before anything left it. */
export function MadeAnswer({
  names,
  step,
  note,
  known,
}: {
  /** Where the values are from, when not from here. */
  note?: string | undefined;
  names: readonly string[];
  step: FlowStep;
  known: readonly KnownValue[];
}): JSX.Element {
  return (
    <section class="pg-made" aria-label="Made">
      {note ? (
        <p class="pg-strip">
          <Verdict kind="allowed" />
          <span>{note}.</span>
        </p>
      ) : null}
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
