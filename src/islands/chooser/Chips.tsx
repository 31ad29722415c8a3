import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { answerInBrief } from '#app-settings/chooser/question.ts';
import { callsInBrief } from './calls-in-brief.ts';
import type { Chooser } from './model.ts';

/** Those that tell most of an app: what a narrow screen shows of all answers. */
const telling: readonly string[] = ['for', 'runs', 'who'];

/** What was answered so far: each answer leads back to its question. */
export function Chips({ chooser }: { chooser: Chooser }): JSX.Element | null {
  const id = useId();
  const isOpen = useSignal(false);
  const steps = chooser.steps.value.map(({ question, answer }) => ({
    place: question.id,
    asked: question.brief,
    answered: answerInBrief(question, answer),
  }));
  const calls = chooser.state.value.calls;
  const chips = chooser.recommendation.value
    ? [...steps, { place: 'calls' as const, asked: 'Calls', answered: callsInBrief(calls) }]
    : steps;
  if (chips.length === 0) return null;
  const mostTelling = steps.filter(({ place }) => telling.includes(place));
  const told = mostTelling.length > 0 ? mostTelling : steps;
  const more = chips.length - told.length;
  return (
    <div class="ch-chips" data-open={isOpen.value || undefined}>
      <button
        type="button"
        class="ch-chip ch-all"
        aria-expanded={isOpen.value}
        aria-controls={id}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <b>{chips.length === 1 ? '1 answer' : `${chips.length} answers`}</b>
        {` · ${told.map(({ answered }) => answered).join(', ')}${more > 0 ? ` and ${more} more` : ''} `}
        <b>{isOpen.value ? 'Close' : 'Change'}</b>
      </button>
      <ol id={id} aria-label="Your answers">
        {chips.map(({ place, asked, answered }) => (
          <li key={place}>
            <a class="ch-chip" href={chooser.backTo(place)}>
              {asked} <b>{answered}</b>
              <span class="sr-only">, change it</span>
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}
