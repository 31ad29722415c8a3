import type { Actor } from '#protocol/actors.ts';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { AfterProps } from '../answer/After.tsx';
import type { WayOnProps } from '../answer/WayOn.tsx';
import type { Desk } from '../model/desk.ts';
import type { Playground } from '../model/playground.ts';
import { useActorNames } from '#islands/parts/actor-names.ts';
import { ActorName } from '#islands/parts/ActorIcon.tsx';
import { Hop } from '#islands/parts/Hop.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { Prose } from '#islands/parts/Prose.tsx';
import type { KnownValue } from '#islands/parts/tint.ts';
import { late } from '#islands/parts/late.tsx';
import type { AppStateProps } from '../app-state/AppState.tsx';
import type { AtServerProps } from '../server/AtServer.tsx';
import type { MistakeStripProps } from '../break/MistakeStrip.tsx';
import type { RunToProps } from '../run/RunTo.tsx';
import { useArrival } from './arrival.ts';
import type { CodeCountdownProps } from './CodeCountdown.tsx';
import { useKeys } from './keys.ts';
import { useRequestFold } from './request-fold.ts';
import type { RequestProps } from './RequestParts.tsx';
import { SendButton, sends } from './SendButton.tsx';

interface StepCardProps {
  playground: Playground;
  desk: Desk;
  known: readonly KnownValue[];
  level: 'h2' | 'h3';
}

/** What is wrong with the app for this flow, where something is. */
const LateAppState = late<AppStateProps>(
  async () => (await import('../app-state/AppState.tsx')).AppState,
  {
    needed: ({ playground: { app, flow }, inline }) => {
      const { known, comesBack, flows } = app.value;
      const verdict = flows?.[flow.id];
      const refused = (inline ? verdict?.bySettings : verdict?.today) === 'refused';
      return known === 'unknown' || refused || comesBack === false;
    },
  },
);

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
  needed: ({ playground: { request, server, steps, step } }) =>
    server.value.kind === 'sandbox' &&
    (request.signedInAgain.value !== undefined ||
      steps.value.some(({ number, settled }) => number < step.value.number && !settled)),
});

/** What a step has at a real server besides. */
const LateAtServer = late<AtServerProps>(
  async () => (await import('../server/parts.ts')).AtServer,
  { needed: ({ desk }) => desk.room.value !== undefined },
);

/** What a step left behind, with the first answer. */
const LateAnswer = late<AfterProps>(async () => (await import('../answer/After.tsx')).After, {
  needed: ({ playground: { request } }) =>
    request.busy.value || request.answer.value.kind !== 'none',
});

/** The way on, with the first answer or the first step that has nothing to send. */
const LateWayOn = late<WayOnProps>(async () => (await import('../answer/After.tsx')).WayOn, {
  needed: ({ playground: { request, step } }) =>
    request.busy.value || request.answer.value.kind !== 'none' || !sends(step.value),
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
        : `Nothing yet: the ${actorNames[from].toLowerCase()} answers after the sign-in.`}
    </p>
  );
}

/** Says that this page plays a server that holds a secret: nobody shall build it like that. */
function PlaysServer({ playground }: { playground: Playground }): JSX.Element | null {
  const { definition } = playground.step.value;
  const { clientType, clientSecret } = playground.app.value;
  const authenticates = definition.request?.headers.some(({ source }) => source.kind === 'basic');
  const isSandbox = playground.server.value.kind === 'sandbox';
  if (clientType !== 'confidential' || !authenticates || !isSandbox) return null;
  return (
    <p class="pg-strip pg-plays" data-actor="app">
      <Icon name="lock" />
      <span>
        This page plays your server here, {clientSecret === undefined ? 'with the' : 'and has the'}{' '}
        secret of a sandbox app. In your app no page ever has it.
      </span>
    </p>
  );
}

/** The open step: what happens, the request or in its place the answer, and the bar that stays. */
export function StepCard({ playground, desk, known, level }: StepCardProps): JSX.Element {
  const { request, signIn } = playground;
  const step = playground.step.value;
  const { definition, number } = step;
  const total = playground.flow.steps.length;
  const title = useRef<HTMLHeadingElement>(null);
  const fold = useRequestFold(playground);
  const Heading = level;
  const below = level === 'h2' ? 'h3' : 'h4';
  useArrival(playground, fold, title);
  useKeys(playground, title);

  // Another step is another text: nothing of the one before is moved to where it stands.
  return (
    <article
      class="pg-card"
      data-from={definition.from}
      data-to={definition.to}
      data-kind={definition.kind}
      data-answered={!fold.open.value || undefined}
      aria-labelledby="pg-step-title"
    >
      <header key={`head ${definition.id}`} class="pg-card-head">
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
      <div key={`work ${definition.id}`} class="pg-work">
        <LateAppState playground={playground} desk={desk} inline={level === 'h3'} />
        <LateMistakeStrip playground={playground} level={below} />
        <LateRunTo playground={playground} />
        <LateAtServer desk={desk} playground={playground} />
        <PlaysServer playground={playground} />
        {fold.open.value ? (
          <LateRequest
            playground={playground}
            fold={fold}
            known={known}
            announce={playground.words.announce}
            level={below}
          />
        ) : null}
        <NotYet playground={playground} />
        <LateAnswer playground={playground} desk={desk} fold={fold} known={known} level={below} />
      </div>
      <footer class="pg-stay">
        <LateCountdown
          step={step}
          request={request}
          signIn={signIn}
          isReal={desk.room.value !== undefined}
        />
        <SendButton playground={playground} fold={fold} />
        <LateWayOn playground={playground} fold={fold} />
      </footer>
    </article>
  );
}
