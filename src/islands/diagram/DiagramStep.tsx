import { actors } from '#protocol/actors.ts';
import type { FlowMessage, FlowNote } from '#flows/flow.ts';
import type { JSX } from 'preact';
import { Hop } from '#islands/parts/Hop.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { ShownStep, StepStatus } from './shown-step.ts';

/** What runs along the open step's wires at this moment. */
export type Flight = 'request' | 'answer' | undefined;

const spoken: Record<StepStatus, string> = {
  next: 'not run yet',
  now: 'ready to run',
  done: 'done',
  refused: 'refused',
  unreachable: 'no answer',
};

function Disc({ step }: { step: ShownStep }): JSX.Element {
  const ticked = step.status === 'done' && !step.current;
  return (
    <span class="pg-disc" aria-hidden="true">
      {ticked ? <Icon name="check" size={12} /> : step.number}
    </span>
  );
}

/** A status, as the flow's data plans it. */
const planned = /^\d{3}$/;

function Message({
  message,
  failed,
  refusal,
  status,
}: {
  message: FlowMessage;
  /** This is the line that brought a refusal, or nothing. */
  failed: boolean;
  /** A failure here is the server's refusal, which has a status of its own. */
  refusal: boolean;
  /** What the answer came with; in place of the planned one. */
  status: number | undefined;
}): JSX.Element {
  return (
    <span
      class="pg-message"
      data-from={message.from}
      data-to={message.to}
      data-leftwards={actors.indexOf(message.to) < actors.indexOf(message.from) || undefined}
    >
      <span class="pg-label">
        {failed && refusal && status !== undefined ? (
          <span class="pg-label-refused">
            <code>{status}</code> refused
          </span>
        ) : (
          <>
            {message.code ? (
              <code>{planned.test(message.code) ? (status ?? message.code) : message.code}</code>
            ) : null}
            {message.label ? (
              <span>{message.code ? ` ${message.label}` : message.label}</span>
            ) : null}
          </>
        )}
      </span>
      <span class="pg-wire" aria-hidden="true">
        <span class="pg-dot" />
        {failed ? <Verdict kind="refused" /> : null}
      </span>
      <span class="pg-message-hop">
        <Hop from={message.from} to={message.to} />
      </span>
    </span>
  );
}

function Note({ note }: { note: FlowNote }): JSX.Element {
  return (
    <span class="pg-alone" data-actor={note.at} data-at={note.at}>
      <span class="pg-alone-box">
        <Icon name={note.icon} size={14} />
        {note.label}
      </span>
    </span>
  );
}

/** One step of the diagram: a button that opens it, with its one or two messages, and a link that runs the flow to it. */
export function DiagramStep({
  step,
  flight,
  status,
  tabStop,
  onOpen,
  runTo,
}: {
  step: ShownStep;
  flight: Flight;
  status: number | undefined;
  tabStop: boolean;
  onOpen: () => void;
  runTo: (() => void) | undefined;
}): JSX.Element {
  const failed = step.status === 'refused' || step.status === 'unreachable';
  const last = step.definition.diagram.length - 1;
  return (
    <li
      class="pg-step"
      data-status={step.status}
      data-current={step.current || undefined}
      data-actor={step.definition.from}
      data-flight={flight}
    >
      <button
        type="button"
        data-step={step.id}
        aria-current={step.current ? 'step' : undefined}
        tabIndex={tabStop ? 0 : -1}
        onClick={onOpen}
      >
        <Disc step={step} />
        <span class="sr-only">
          Step {step.number}, {spoken[step.status]}:{' '}
        </span>
        <span class="pg-step-title">
          {step.definition.title}
          <span class="sr-only">. </span>
        </span>
        <span class="pg-messages">
          {step.definition.diagram.map((line, index) =>
            line.kind === 'note' ? (
              <Note key={index} note={line} />
            ) : (
              <Message
                key={index}
                message={line}
                failed={failed && index === last}
                refusal={step.definition.kind === 'request'}
                status={step.status === 'next' || step.status === 'now' ? undefined : status}
              />
            ),
          )}
        </span>
      </button>
      {runTo ? (
        <button
          type="button"
          class="pg-quiet pg-run-to"
          tabIndex={tabStop ? 0 : -1}
          onClick={runTo}
        >
          Run to here<span class="sr-only">: step {step.number}</span>
        </button>
      ) : null}
    </li>
  );
}
