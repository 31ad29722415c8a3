import type { Actor } from '#protocol/actors.ts';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useActorNames } from '#islands/parts/actor-names.ts';
import { ActorIcon } from '#islands/parts/ActorIcon.tsx';
import { itemAfter } from './arrow-keys.ts';
import { DiagramStep, type Flight } from './DiagramStep.tsx';
import type { ShownStep } from './shown-step.ts';

export interface SequenceDiagramProps {
  actors: readonly Actor[];
  steps: readonly ShownStep[];
  flight: Flight;
  /** HTTP status of each answered step, by step id. */
  statuses: ReadonlyMap<string, number>;
  onOpen: (id: string) => void;
  /** What runs the flow to a step, where that is offered. */
  runTo?: (step: ShownStep) => (() => void) | undefined;
}

/**
 * The flow as lines between lifelines: an ordered list of buttons with one tab
 * stop, in which the arrow keys move. Where it is narrow the same markup is a
 * vertical list, drawn by the style sheet alone.
 */
export function SequenceDiagram(props: SequenceDiagramProps): JSX.Element {
  const { actors, steps, flight, statuses, onOpen, runTo } = props;
  const actorNames = useActorNames();
  const list = useRef<HTMLOListElement>(null);
  const [roving, setRoving] = useState<string>();
  const current = steps.find((step) => step.current)?.id;
  const tabStop = roving ?? current ?? steps[0]?.id;

  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const to = itemAfter(event.key, at, buttons.length);
    // With Control it is a shortcut of the page.
    if (to === undefined || event.ctrlKey) return;
    event.preventDefault();
    buttons[to]?.focus();
    setRoving(buttons[to]?.dataset['step']);
  };

  return (
    <div class="pg-diagram">
      <div class="pg-lanes" aria-hidden="true">
        {actors.map((actor) => (
          <span key={actor} class="pg-lane" data-actor={actor}>
            <ActorIcon actor={actor} size="large" />
            <span>{actorNames[actor]}</span>
          </span>
        ))}
      </div>
      <ol class="pg-steps" ref={list} onKeyDown={onKeyDown} aria-label="Steps of the flow">
        {steps.map((step) => (
          <DiagramStep
            key={step.id}
            step={step}
            flight={step.current ? flight : undefined}
            status={statuses.get(step.id)}
            tabStop={step.id === tabStop}
            onOpen={() => {
              setRoving(undefined);
              onOpen(step.id);
            }}
            runTo={runTo?.(step)}
          />
        ))}
      </ol>
    </div>
  );
}
