import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { FlowId, Portal } from '#app-settings/app.ts';
import { endedFlows } from '#app-settings/ended-flows.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { canTry } from '#islands/try-it/playground-link.ts';
import { TryIt } from '#islands/try-it/TryIt.tsx';
import type { Checker } from '../model/checker.ts';
import { inALine } from '../model/in-a-line.ts';
import type { Answer, Row } from '../model/rows.ts';
import { briefWords, settingsDiffer, shapeOf } from '../model/verdict.ts';
import { portalNames, portalReading, rowNames } from '../words.ts';
import { LateDetails } from './LateDetails.tsx';

/** One flow: today's word, one reason, one action; opened, everything behind it. */
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
  const shown = agree ? answers.slice(0, 1) : answers;
  useEffect(() => {
    if (arrival?.flow !== flow) return;
    button.current?.focus({ preventScroll: true });
    row.current?.scrollIntoView({ block: 'start' });
  }, [arrival]);
  useEffect(() => {
    if (!isOpen) return;
    // What it opens to may lie below the window or behind the bar; a long row shows its beginning.
    const show = (): void => row.current?.scrollIntoView({ block: 'nearest' });
    void LateDetails.preload().then(show, show);
  }, [isOpen]);
  return (
    <li
      ref={row}
      class="ck-row"
      data-flow={flow}
      data-shape={shapeOf(answers[0].today)}
      data-open={isOpen || undefined}
    >
      <div class="ck-line">
        <h3>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            ref={button}
            onClick={() => checker.toggleRow(flow)}
          >
            {rowNames[flow]}
          </button>
        </h3>
        <div class="ck-said">
          {shown.map((answer) => (
            <Said
              key={answer.portals[0]}
              line={inALine(flow, answer)}
              answer={answer}
              portal={agree ? undefined : answer.portals[0]}
            />
          ))}
        </div>
        <div class="ck-action">
          <Action
            flow={flow}
            answer={answers[0]}
            checker={checker}
            isFirst={isFirst}
            isOpen={isOpen}
            id={id}
          />
        </div>
        <Icon name="chevron" size={15} />
      </div>
      <div class="ck-details" id={id} data-open={isOpen || undefined}>
        {answers.map((answer) => (
          <div key={answer.portals[0]}>
            {answers.length > 1 ? (
              <p class="ck-reading">{portalReading[answer.portals[0] ?? 'current']}</p>
            ) : null}
            <LateDetails flow={flow} answer={answer} isOpen={isOpen} checker={checker} />
          </div>
        ))}
      </div>
    </li>
  );
}

/** Today's word, with what the settings say where that is another, and why. */
function Said({
  answer: { today, bySettings },
  line,
  portal,
}: {
  answer: Answer;
  line: string;
  /** Where the other portal answers otherwise. */
  portal: Portal | undefined;
}): JSX.Element {
  const shape = shapeOf(today);
  const other = settingsDiffer(today, bySettings);
  return (
    <div>
      <p class={`ck-word ck-text-${shape}`}>
        <Verdict kind={shape} />
        <span>
          {briefWords[today]}
          {other ? (
            <>
              {' today'}
              <span class="sr-only"> · </span>
              <small>{other}</small>
            </>
          ) : null}
        </span>
      </p>
      <p class="ck-why">
        {portal ? <b>{portalNames[portal]}: </b> : null}
        {line}
      </p>
    </div>
  );
}

/** The one thing to do about a verdict: run it, leave it behind, or see what would change it. */
function Action({
  flow,
  answer,
  checker,
  isFirst,
  isOpen,
  id,
}: {
  flow: FlowId;
  answer: Answer;
  checker: Checker;
  isFirst: boolean;
  isOpen: boolean;
  /** Of what is behind the verdict. */
  id: string;
}): JSX.Element | null {
  const move = endedFlows[flow];
  const name = rowNames[flow];
  if (move) {
    return (
      <a href={move.href}>
        Move off it<span class="sr-only">: {name}</span>
      </a>
    );
  }
  if (answer.today !== 'refused') {
    return canTry(flow) ? (
      <TryIt
        flow={flow}
        settings={answer.settings}
        label="Try it"
        {...(isFirst ? { icon: 'play' } : {})}
        isPrimary={isFirst}
        blocked={checker.problems.value.count > 0}
        say={checker.say}
        small
      />
    ) : null;
  }
  if (!answer.change) return null;
  return (
    <button
      type="button"
      class="ck-quiet"
      aria-expanded={isOpen}
      aria-controls={id}
      onClick={() => checker.toggleRow(flow)}
    >
      What would change it<span class="sr-only">: {name}</span>
    </button>
  );
}
