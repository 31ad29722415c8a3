import { actorNames, type Actor } from '#protocol/actors.ts';
import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Answer } from '../answer/Answer.tsx';
import type { Playground } from '../model/types.ts';
import { ActorName } from '#islands/parts/ActorIcon.tsx';
import { Hop } from '#islands/parts/Hop.tsx';
import { Prose } from '#islands/parts/Prose.tsx';
import type { KnownValue } from '#islands/parts/tint.ts';
import { CodeCountdown } from './CodeCountdown.tsx';
import { NextBar } from './NextBar.tsx';
import { RequestEditor } from './RequestEditor.tsx';
import { RequestViewer } from './RequestViewer.tsx';
import { SendBar, sends } from './SendBar.tsx';

/** How long after a press in the card a lost focus is its doing, in milliseconds. */
const pressLasts = 10_000;

export interface StepCardProps {
  playground: Playground;
  known: readonly KnownValue[];
  announce: (message: string) => void;
  level: 'h2' | 'h3';
}

/** Who acts: a hop, or the one actor that acts alone. */
function Who({ from, to }: { from: Actor; to: Actor }): JSX.Element {
  return from === to ? <ActorName actor={from} /> : <Hop from={from} to={to} />;
}

/** Says what a step waits for, where it has nothing of its own to send. */
function NotYet({ playground }: { playground: Playground }): JSX.Element | null {
  const { kind, from } = playground.step.value.definition;
  if (sends(playground) || playground.answer.value.kind !== 'none') return null;
  return (
    <p class="pg-note pg-not-yet">
      {kind === 'sign-in'
        ? 'This happens in the window that step 2 opens.'
        : `Nothing yet: the ${actorNames[from].toLowerCase()} answers when the sign-in is done.`}
    </p>
  );
}

/** The open step: what happens, the request to edit, Send, the answer, what comes next. */
export function StepCard({ playground, known, announce, level }: StepCardProps): JSX.Element {
  const { definition, number } = playground.step.value;
  const total = playground.flow.steps.length;
  const title = useRef<HTMLHeadingElement>(null);
  const asked = useRef(playground.focusRequest.peek());
  const Heading = level;
  const below = level === 'h2' ? 'h3' : 'h4';

  useSignalEffect(() => {
    const now = playground.focusRequest.value;
    if (now === asked.current) return;
    asked.current = now;
    requestAnimationFrame(() => title.current?.focus());
  });

  // A button that is gone takes the focus with it: the title has it then, where it stands.
  const pressedAt = useRef(-Infinity);
  useSignalEffect(() => {
    void playground.answer.value;
    requestAnimationFrame(() => {
      const lost = document.activeElement === document.body && document.hasFocus();
      if (lost && performance.now() - pressedAt.current < pressLasts)
        title.current?.focus({ preventScroll: true });
    });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (!sends(playground) || playground.busy.value || !playground.ready.value) return;
    event.preventDefault();
    void playground.send();
  };

  const request = playground.request.value;
  return (
    <article
      class="pg-card"
      data-from={definition.from}
      data-to={definition.to}
      data-kind={definition.kind}
      aria-labelledby="pg-step-title"
      onKeyDown={onKeyDown}
      onClickCapture={() => (pressedAt.current = performance.now())}
    >
      <header class="pg-card-head">
        <div class="pg-card-hop">
          <Who from={definition.from} to={definition.to} />
          <span class="pg-count">
            Step {number} of {total}
          </span>
        </div>
        <Heading id="pg-step-title" class="pg-title" tabIndex={-1} ref={title}>
          {definition.title}
        </Heading>
        <p class="pg-summary">
          <Prose text={definition.summary} />
        </p>
      </header>
      <RequestEditor playground={playground} level={below} />
      {request ? (
        <RequestViewer request={request} from={definition.from} known={known} announce={announce} />
      ) : null}
      <CodeCountdown playground={playground} />
      <SendBar playground={playground} />
      <NotYet playground={playground} />
      <Answer playground={playground} known={known} level={below} />
      <NextBar
        playground={playground}
        onMoved={() => requestAnimationFrame(() => title.current?.focus())}
      />
    </article>
  );
}
