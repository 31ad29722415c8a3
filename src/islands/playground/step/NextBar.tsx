import type { Actor } from '#protocol/actors.ts';
import type { JSX } from 'preact';
import { flowTitles } from '#flows/ids.ts';
import { useActorNames } from '#islands/parts/actor-names.ts';
import type { Desk } from '../model/desk.ts';
import type { Playground } from '../model/playground.ts';
import { Icon } from '#islands/parts/Icon.tsx';

function inSentence(actor: Actor, actorNames: Record<Actor, string>): string {
  const name = actorNames[actor];
  if (actor === 'api') return `the ${name}`;
  return `${actor === 'authorization-server' ? 'the ' : ''}${name.toLowerCase()}`;
}

/** The way on, primary once the step is done; at the end, the way back to the start. */
export function NextBar({
  playground,
  desk,
  onMoved,
}: {
  playground: Playground;
  desk: Desk;
  onMoved: () => void;
}): JSX.Element | null {
  const names = useActorNames();
  const next = playground.next.value;
  const { settled, number } = playground.step.value;
  if (next) {
    const step = playground.flow.steps.find(({ id }) => id === next.id);
    const alone = step?.from === step?.to;
    return (
      <footer class="pg-next">
        <p class="pg-note">
          {step
            ? `Next: ${inSentence(step.from, names)}${alone ? ', alone' : ` to ${inSentence(step.to, names)}`}.`
            : null}
        </p>
        <button
          type="button"
          class="pg-button pg-button-primary"
          onClick={() => {
            playground.openStep(next.id);
            onMoved();
          }}
        >
          {next.label}
          <Icon name="arrow" />
        </button>
      </footer>
    );
  }
  if (!settled || number !== playground.flow.steps.length) return null;
  return (
    <footer class="pg-next">
      <p class="pg-note">{playground.flow.end}</p>
      <div class="pg-then">
        {playground.flow.then.map((id) => (
          <button
            key={id}
            type="button"
            class="pg-button"
            onClick={() => {
              void desk.choose(id);
              onMoved();
            }}
          >
            {flowTitles[id]}
            <Icon name="arrow" />
          </button>
        ))}
      </div>
      <button
        type="button"
        class="pg-button pg-button-primary"
        onClick={() => {
          playground.values.startOver();
          onMoved();
        }}
      >
        <Icon name="again" />
        Start over
      </button>
    </footer>
  );
}
