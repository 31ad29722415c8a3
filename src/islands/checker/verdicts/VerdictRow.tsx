import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { flowNames } from '#app-settings/flow-kinds.ts';
import { WayOn } from '#islands/parts/WayOn.tsx';
import type { Checker } from '../model/checker.ts';
import type { Row } from '../model/rows.ts';
import { shapeOf } from '../model/verdict.ts';
import { portalReading } from '../words.ts';
import { LateDetails } from './LateDetails.tsx';
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
  const row = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = checker.opened.value.has(flow);
  const arrival = checker.arrival.value;
  const name = flowNames[flow];
  const turns = answers.some(({ change }) => change !== undefined);
  useEffect(() => {
    if (arrival?.flow !== flow) return;
    button.current?.focus({ preventScroll: true });
    row.current?.scrollIntoView({ block: 'start' });
  }, [arrival]);
  return (
    <li
      ref={row}
      class="ck-row"
      data-flow={flow}
      data-shape={shapeOf(answers[0].today)}
      data-open={isOpen || undefined}
    >
      <div class="ck-row-name">
        <h3 id={`${id}-name`}>{name}</h3>
        <button
          type="button"
          class="ck-quiet ck-open"
          aria-expanded={isOpen}
          aria-controls={`${id}-more`}
          aria-label={`${isOpen ? 'Close' : turns ? 'What would change it' : 'Why'}: ${name}`}
          ref={button}
          onClick={() => checker.toggleRow(flow)}
        >
          {isOpen ? 'Close' : turns ? 'What would change it' : 'Why'}
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
            {answer === answers[0] ? (
              <WayOn
                flow={flow}
                lead="RingCentral today refuses it to every app."
                answer={(other, words) => (
                  <button
                    type="button"
                    class="pg-button pg-button-small"
                    onClick={() => checker.goToRow(other)}
                  >
                    {words}
                  </button>
                )}
              />
            ) : null}
            <Why answer={answer} />
          </div>
        ))}
        <div class="ck-details" id={`${id}-more`} data-open={isOpen || undefined}>
          {answers.map((answer) => (
            <div key={answer.portals[0]}>
              {answers.length > 1 ? (
                <p class="ck-reading">{portalReading[answer.portals[0] ?? 'current']}</p>
              ) : null}
              <LateDetails flow={flow} answer={answer} isOpen={isOpen} load={checker.load} />
            </div>
          ))}
        </div>
      </div>
    </li>
  );
}
