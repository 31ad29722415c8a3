import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { Bar } from './Bar.tsx';
import { BreakPanel } from './break/BreakPanel.tsx';
import { ClockCard } from './clock/ClockCard.tsx';
import { statusesOf } from './diagram/statuses.ts';
import { Rail } from './diagram/Rail.tsx';
import type { Flight } from '#islands/diagram/DiagramStep.tsx';
import { SequenceDiagram } from '#islands/diagram/SequenceDiagram.tsx';
import { knownValues } from './known-values.ts';
import type { Desk } from './model/desk.ts';
import type { Playground } from './model/playground.ts';
import { Notices } from './Notices.tsx';
import { ActorNames } from '#islands/parts/actor-names.ts';
import { late } from '#islands/parts/late.tsx';
import { Spoken } from '#islands/parts/Spoken.tsx';
import type { ServersProps } from './server/Servers.tsx';
import { notePress } from './step/arrival.ts';
import { StepCard } from './step/StepCard.tsx';
import { Transcript } from './transcript/Transcript.tsx';
import { Values } from './values/Values.tsx';
import './playground.css';
import './frame.css';
import '#islands/parts/parts.css';
import '#islands/diagram/diagram.css';
import './diagram/rail.css';
import './diagram/three-lanes.css';
import './step/step.css';
import './answer/answer.css';
import './values/values.css';
import './break/break.css';
import './clock/clock.css';
import './transcript/transcript.css';
import '#islands/request-code/request-code.css';

/** The dot's run, with a little air. */
const flightTime = 520;

type Layout = 'inline' | 'full';

/** The choice of server, with the first press for it, or where a real one was chosen. */
const LateServers = late<ServersProps>(async () => (await import('./server/parts.ts')).Servers, {
  needed: ({ desk }) => (desk.choosing.value ?? desk.room.value) !== undefined,
});

/** What runs along the wires: the request while it is away, then its answer, once. */
function useFlight({ request }: Playground): Flight {
  const flight = useSignal<Flight>(undefined);
  const was = useRef(false);
  useSignalEffect(() => {
    const busy = request.inFlight.value;
    if (busy === was.current) return;
    was.current = busy;
    flight.value = busy ? 'request' : 'answer';
    if (busy) return;
    const timer = setTimeout(() => (flight.value = undefined), flightTime);
    return () => clearTimeout(timer);
  });
  return flight.value;
}

/** One run of one flow. It holds no state of the flow: the model does. */
function Run({
  desk,
  playground,
  layout,
}: {
  desk: Desk;
  playground: Playground;
  layout: Layout;
}): JSX.Element {
  const level = layout === 'full' ? 'h2' : 'h3';
  // Broken on purpose, moved in time and run by itself is the sandbox alone.
  const isReal = desk.room.value !== undefined;
  const known = useMemo(() => knownValues(playground.values.all), [playground]);
  const flight = useFlight(playground);
  const statuses = useComputed(() =>
    statusesOf(playground.values.transcript.value, playground.flow.steps),
  );

  const left = (
    <div class="pg-left">
      <div class="pg-panel pg-diagram-panel">
        <SequenceDiagram
          actors={playground.flow.actors}
          steps={playground.steps.value}
          flight={flight}
          statuses={statuses.value}
          onOpen={playground.openStep}
          runTo={({ id, number, status, definition: { kind } }) =>
            // The next one is the way on, and of a sign-in there is nothing to see before it is over.
            !isReal &&
            number > playground.step.value.number + 1 &&
            status === 'next' &&
            kind !== 'sign-in'
              ? () => void playground.request.runTo(id)
              : undefined
          }
        />
      </div>
      {isReal ? null : <BreakPanel playground={playground} level={level} />}
    </div>
  );
  const center = (
    <div class="pg-center">
      <Rail steps={playground.steps.value} />
      <StepCard playground={playground} desk={desk} known={known.value} level={level} />
      <Transcript playground={playground} desk={desk} level={level} />
    </div>
  );

  // What stands first on a narrow page comes first: a page that is still arriving is painted as it comes.
  return (
    <>
      <Notices words={playground.words} />
      <div class="pg-grid">
        {layout === 'full' ? center : left}
        {layout === 'full' ? left : center}
        <div class="pg-side">
          <Values playground={playground} level={level} />
          {isReal ? null : (
            <ClockCard clock={playground.clock} ready={playground.ready.value} level={level} />
          )}
        </div>
      </div>
      <Spoken announcement={playground.words.announcement} />
    </>
  );
}

/** The playground as a page shows it: the bar stays, the run below it changes with the flow. */
export function View({ desk, layout }: { desk: Desk; layout: Layout }): JSX.Element {
  const playground = desk.playground.value;
  return (
    <ActorNames.Provider value={playground.flow.names ?? {}}>
      <section
        class="pg not-content"
        data-layout={layout}
        data-ready={playground.ready.value || undefined}
        data-flow={playground.flow.id}
        data-lanes={playground.flow.actors.length}
        aria-label="Playground"
        onClickCapture={notePress}
      >
        <div class="pg-frame">
          <Bar playground={playground} desk={desk} layout={layout} />
          <LateServers desk={desk} playground={playground} />
          <Run key={desk.run.value} desk={desk} playground={playground} layout={layout} />
        </div>
      </section>
    </ActorNames.Provider>
  );
}
