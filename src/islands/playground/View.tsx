import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { Bar } from './Bar.tsx';
import { statusesOf } from './diagram/statuses.ts';
import { Rail } from './diagram/Rail.tsx';
import { SequenceDiagram, type Flight } from './diagram/SequenceDiagram.tsx';
import { knownValues } from './known-values.ts';
import type { Playground } from './model/types.ts';
import { Notices } from './Notices.tsx';
import { Spoken } from './Spoken.tsx';
import { StepCard } from './step/StepCard.tsx';
import { Transcript } from './Transcript.tsx';
import { Values } from './values/Values.tsx';
import { WithoutScript } from './WithoutScript.tsx';
import './playground.css';
import './frame.css';
import '#islands/parts/parts.css';
import './diagram/diagram.css';
import './step/step.css';
import './answer/answer.css';
import './values/values.css';

/** The dot's run, with a little air. */
const flightTime = 520;

/** What runs along the wires: the request while it is away, then its answer, once. */
function useFlight(playground: Playground): Flight {
  const flight = useSignal<Flight>(undefined);
  const was = useRef(false);
  useSignalEffect(() => {
    const busy = playground.busy.value;
    if (busy === was.current) return;
    was.current = busy;
    flight.value = busy ? 'request' : 'answer';
    if (busy) return;
    const timer = setTimeout(() => (flight.value = undefined), flightTime);
    return () => clearTimeout(timer);
  });
  return flight.value;
}

/** The playground as a page shows it. It holds no state of the flow: the model does. */
export function View({
  playground,
  layout,
}: {
  playground: Playground;
  layout: 'inline' | 'full';
}): JSX.Element {
  const level = layout === 'full' ? 'h2' : 'h3';
  const known = useMemo(() => knownValues(playground.values), [playground]);
  const flight = useFlight(playground);
  const said = useSignal('');
  const announce = (message: string): void => {
    said.value = message;
  };
  const statuses = useComputed(() => statusesOf(playground.transcript.value));

  return (
    <section
      class="pg not-content"
      data-layout={layout}
      data-ready={playground.ready.value || undefined}
      aria-label="Playground"
    >
      <div class="pg-frame">
        <WithoutScript />
        <Bar playground={playground} layout={layout} />
        <Notices playground={playground} />
        <div class="pg-grid">
          <div class="pg-left">
            <div class="pg-panel pg-diagram-panel">
              <SequenceDiagram
                actors={playground.flow.actors}
                steps={playground.steps.value}
                flight={flight}
                statuses={statuses.value}
                onOpen={(id) => playground.openStep(id)}
              />
            </div>
            <Transcript playground={playground} level={level} />
          </div>
          <div class="pg-center">
            <Rail steps={playground.steps.value} />
            <StepCard
              playground={playground}
              known={known.value}
              announce={announce}
              level={level}
            />
          </div>
          <div class="pg-side">
            <Values playground={playground} announce={announce} level={level} />
          </div>
        </div>
      </div>
      <Spoken playground={playground} said={said} />
    </section>
  );
}
