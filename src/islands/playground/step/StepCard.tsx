import type { Actor } from '#protocol/actors.ts';
import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { AfterProps } from '../answer/After.tsx';
import type { Desk } from '../model/desk.ts';
import type { Playground } from '../model/playground.ts';
import { useActorNames } from '#islands/parts/actor-names.ts';
import { ActorName } from '#islands/parts/ActorIcon.tsx';
import { Hop } from '#islands/parts/Hop.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { Prose } from '#islands/parts/Prose.tsx';
import type { KnownValue } from '#islands/parts/tint.ts';
import { late } from '#islands/parts/late.tsx';
import type { MistakeStripProps } from '../break/MistakeStrip.tsx';
import type { CodeCountdownProps } from './CodeCountdown.tsx';
import type { RunToProps } from '../run/RunTo.tsx';
import type { RequestProps } from './RequestParts.tsx';
import { SendBar, sends } from './SendBar.tsx';

/** How long after a press in the card a lost focus is its doing, in milliseconds. */
const pressLasts = 10_000;

export interface StepCardProps {
  playground: Playground;
  desk: Desk;
  known: readonly KnownValue[];
  level: 'h2' | 'h3';
}

/** The request to edit, with the first step that has one: every flow begins with one that has none. */
const LateRequest = late<RequestProps>(
  async () => (await import('./RequestParts.tsx')).RequestParts,
  { needed: ({ playground }) => playground.step.value.definition.request !== undefined },
);

/** The code's countdown, with the first code. */
const LateCountdown = late<CodeCountdownProps>(
  async () => (await import('./CodeCountdown.tsx')).CodeCountdown,
  { needed: ({ signIn }) => signIn.timer.value !== undefined },
);

/** The strip of a mistake, when one is made. */
const LateMistakeStrip = late<MistakeStripProps>(
  async () => (await import('../break/MistakeStrip.tsx')).MistakeStrip,
  { needed: ({ playground }) => playground.mistakes.active.value !== undefined },
);

/** The way here, where steps before have not run. */
const LateRunTo = late<RunToProps>(async () => (await import('../run/RunTo.tsx')).RunTo, {
  needed: ({ playground: { request, steps, step } }) =>
    request.running.value !== undefined ||
    steps.value.some(({ number, settled }) => number < step.value.number && !settled),
});

/** What a step left behind and the way on, with the first answer. */
const LateAnswer = late<AfterProps>(async () => (await import('../answer/After.tsx')).After, {
  needed: ({ playground: { request } }) =>
    request.busy.value || request.answer.value.kind !== 'none',
});

/** Who acts: a hop, or the one actor that acts alone. */
function Who({ from, to }: { from: Actor; to: Actor }): JSX.Element {
  return from === to ? <ActorName actor={from} /> : <Hop from={from} to={to} />;
}

/** Says what a step waits for, where it has nothing of its own to send. */
function NotYet({ playground }: { playground: Playground }): JSX.Element | null {
  const actorNames = useActorNames();
  const step = playground.step.value;
  const { kind, from } = step.definition;
  if (sends(step) || playground.request.answer.value.kind !== 'none') return null;
  const opens = playground.steps.value.find((one) => one.definition.kind === 'navigate')?.number;
  return (
    <p class="pg-note pg-not-yet">
      {kind === 'sign-in'
        ? `This happens in the window that step ${opens} opens.`
        : `Nothing yet: the ${actorNames[from].toLowerCase()} answers when the sign-in is done.`}
    </p>
  );
}

/** Says that this page plays a server that holds a secret: nobody shall build it like that. */
function PlaysServer({ playground }: { playground: Playground }): JSX.Element | null {
  const { definition } = playground.step.value;
  const { clientType, clientSecret } = playground.app.value;
  const authenticates = definition.request?.headers.some(({ source }) => source.kind === 'basic');
  if (clientType !== 'confidential' || !authenticates) return null;
  return (
    <p class="pg-strip pg-plays" data-actor="app">
      <Icon name="lock" />
      <span>
        This page plays your server here,{' '}
        {clientSecret === undefined ? 'with the' : 'and holds the'} secret of a sandbox app. In your
        app no page ever has it.
      </span>
    </p>
  );
}

/** The open step: what happens, the request to edit, Send, the answer, what comes next. */
export function StepCard({ playground, desk, known, level }: StepCardProps): JSX.Element {
  const { request, signIn } = playground;
  const step = playground.step.value;
  const { definition, number } = step;
  const total = playground.flow.steps.length;
  const title = useRef<HTMLHeadingElement>(null);
  const asked = useRef(signIn.returns.peek());
  const Heading = level;
  const below = level === 'h2' ? 'h3' : 'h4';

  useSignalEffect(() => {
    const now = signIn.returns.value;
    if (now === asked.current) return;
    asked.current = now;
    requestAnimationFrame(() => title.current?.focus());
  });

  // A button that is gone takes the focus with it: the title has it then, where it stands.
  const pressedAt = useRef(-Infinity);
  useSignalEffect(() => {
    void [request.answer.value, request.running.value];
    requestAnimationFrame(() => {
      const lost = document.activeElement === document.body && document.hasFocus();
      if (lost && performance.now() - pressedAt.current < pressLasts)
        title.current?.focus({ preventScroll: true });
    });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (!sends(playground.step.value) || request.busy.value || !playground.ready.value) return;
    event.preventDefault();
    void request.send();
  };

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
      <PlaysServer playground={playground} />
      <LateRunTo playground={playground} />
      <LateRequest
        playground={playground}
        known={known}
        announce={playground.words.announce}
        level={below}
      />
      <LateCountdown step={step} request={request} signIn={signIn} />
      <LateMistakeStrip playground={playground} level={below} />
      <SendBar playground={playground} />
      <NotYet playground={playground} />
      <LateAnswer
        playground={playground}
        desk={desk}
        known={known}
        level={below}
        onMoved={() => requestAnimationFrame(() => title.current?.focus())}
      />
    </article>
  );
}
