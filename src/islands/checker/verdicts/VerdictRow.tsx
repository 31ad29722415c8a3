import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { flowNames } from '#app-settings/flow-kinds.ts';
import type { Checker } from '../model/checker.ts';
import type { Row } from '../model/rows.ts';
import { shapeOf } from '../model/verdict.ts';
import { portalReading } from '../words.ts';
import { Details } from './Details.tsx';
import { FourParts } from './FourParts.tsx';
import { TryButton } from './TryButton.tsx';
import { Why } from './Why.tsx';

/** One flow: four parts, why, and on demand everything behind it. */
export function VerdictRow({
  row: { flow, answers, agree },
  checker,
  isFirst,
}: {
  row: Row;
  checker: Checker;
  isFirst: boolean;
}): JSX.Element {
  const id = useId();
  const open = useSignal(false);
  const name = flowNames[flow];
  const turns = answers.some(({ change }) => change !== undefined);
  return (
    <li
      class="ck-row"
      data-flow={flow}
      data-shape={shapeOf(answers[0].today)}
      data-open={open.value || undefined}
    >
      <div class="ck-row-name">
        <h3 id={`${id}-name`}>{name}</h3>
        <button
          type="button"
          class="ck-quiet ck-open"
          aria-expanded={open.value}
          aria-controls={`${id}-more`}
          aria-label={`${open.value ? 'Close' : turns ? 'What would change it' : 'Why'}: ${name}`}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          {open.value ? 'Close' : turns ? 'What would change it' : 'Why'}
        </button>
      </div>
      <div class="ck-answers">
        {(agree ? answers.slice(0, 1) : answers).map((answer) => (
          <div key={answer.portals[0]} class="ck-answer">
            {!agree ? (
              <p class="ck-reading">{portalReading[answer.portals[0] ?? 'current']}</p>
            ) : null}
            <div class="ck-answer-top">
              <FourParts answer={answer} />
              <TryButton
                flow={flow}
                answer={answer}
                isPrimary={isFirst && answer === answers[0]}
                blocked={checker.problems.value.count > 0}
                say={checker.say}
              />
            </div>
            <Why answer={answer} />
          </div>
        ))}
        <div class="ck-details" id={`${id}-more`} data-open={open.value || undefined}>
          {answers.map((answer) => (
            <div key={answer.portals[0]}>
              {answers.length > 1 ? (
                <p class="ck-reading">{portalReading[answer.portals[0] ?? 'current']}</p>
              ) : null}
              <Details answer={answer} isOpen={open.value} load={checker.load} />
            </div>
          ))}
        </div>
      </div>
    </li>
  );
}
