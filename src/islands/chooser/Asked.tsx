import type { JSX, RefObject } from 'preact';
import type { Question } from '#app-settings/chooser/question.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Chooser } from './model.ts';

/** The open question; each choice is a link to what it leads to. */
export function Asked({
  chooser,
  question,
  title,
}: {
  chooser: Chooser;
  question: Question;
  title: RefObject<HTMLHeadingElement>;
}): JSX.Element {
  const steps = chooser.steps.value;
  const before = steps.at(-1)?.question;
  const kept = chooser.state.value.answers[question.id];
  return (
    <div class="ch-question">
      <p class="ch-count">Question {steps.length + 1}</p>
      <h2 ref={title} tabIndex={-1}>
        {question.words}
      </h2>
      <p class="ch-why">{question.why}</p>
      <ul class="ch-choices">
        {question.choices.map(({ value, label, note, href }) => (
          <li key={value}>
            <a
              href={href ?? chooser.hrefOf(question, value)}
              data-kept={value === kept || undefined}
            >
              <span>
                <b>{label}</b>
                {note ? <span class="ch-choice-note">{note}</span> : null}
                {value === kept ? <span class="sr-only"> (your answer so far)</span> : null}
              </span>
              <Icon name="arrow" size={16} />
            </a>
          </li>
        ))}
      </ul>
      {before ? (
        <p class="ch-back">
          <a href={chooser.backTo(before.id)}>Back to the question before</a>
        </p>
      ) : null}
    </div>
  );
}
