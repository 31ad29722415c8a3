import type { JSX } from 'preact';
import { useActorNames } from '#islands/parts/actor-names.ts';
import type { FlowDefinition } from '#flows/flow.ts';
import type { Playground } from '../model/playground.ts';
import { ValueChip } from './ValueChip.tsx';

const words = ['none', 'the first', 'the first two', 'the first three'];

/** What the first step brings, in words. */
function first({ steps, values }: FlowDefinition): string {
  const [step] = steps;
  const count = values.filter(({ arrivesAt }) => arrivesAt === step?.id).length;
  const verb = step?.from === step?.to ? 'makes' : 'brings';
  return `${verb} ${words[count] ?? `the first ${count}`}`;
}

/** The values so far. They live in this tab; the colour of each says who made it. */
export function Values({
  playground: { flow, values, clock, words },
  level,
}: {
  playground: Playground;
  level: 'h2' | 'h3';
}): JSX.Element {
  const names = useActorNames();
  const all = values.all.value;
  const held = all.some((view) => view.status !== 'awaited');
  const Heading = level;
  return (
    <section class="pg-values" aria-label="Values so far">
      <div class="pg-section-head">
        <Heading>Values so far</Heading>
        {held ? (
          <button type="button" class="pg-quiet" onClick={() => values.forgetAll()}>
            Forget all
          </button>
        ) : null}
      </div>
      {held ? null : <p class="pg-note">Nothing yet. Step 1 {first(flow)}.</p>}
      <ul class="pg-chips">
        {all.map((view) => (
          <ValueChip
            key={view.name}
            view={view}
            values={values}
            clock={clock}
            announce={words.announce}
          />
        ))}
      </ul>
      {held ? (
        <p class="pg-note">
          Only this tab keeps them: they are gone when you close it. A colour says who made a value:{' '}
          <b class="pg-actor-text" data-actor="app">
            {names.app.toLowerCase()}
          </b>{' '}
          or{' '}
          <b class="pg-actor-text" data-actor="authorization-server">
            the authorization server
          </b>
          .
        </p>
      ) : null}
    </section>
  );
}
