import type { JSX } from 'preact';
import type { Chooser } from './model.ts';

/** What was answered so far, each with the way back to it. */
export function Answered({ chooser }: { chooser: Chooser }): JSX.Element | null {
  const steps = chooser.steps.value;
  if (steps.length === 0) return null;
  return (
    <ol class="ch-answered" aria-label="Your answers">
      {steps.map(({ question, answer }) => (
        <li key={question.id}>
          <span class="ch-asked-words">{question.words}</span>
          <b>{question.choices.find(({ value }) => value === answer)?.label}</b>
          <a href={chooser.backTo(question)} aria-label={`Change: ${question.words}`}>
            Change
          </a>
        </li>
      ))}
    </ol>
  );
}
