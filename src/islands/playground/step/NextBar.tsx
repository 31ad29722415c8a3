import { actorNames, type Actor } from '#protocol/actors.ts';
import type { JSX } from 'preact';
import type { Playground } from '../model/types.ts';
import { Icon } from '#islands/parts/Icon.tsx';

function inSentence(actor: Actor): string {
  const name = actorNames[actor];
  return actor === 'api'
    ? `the ${name}`
    : actor === 'authorization-server'
      ? 'the server'
      : name.toLowerCase();
}

/** The way on, primary once the step is done; at the end, the way back to the start. */
export function NextBar({
  playground,
  onMoved,
}: {
  playground: Playground;
  onMoved: () => void;
}): JSX.Element | null {
  const next = playground.next.value;
  const { status, number } = playground.step.value;
  if (next) {
    const step = playground.flow.steps.find(({ id }) => id === next.id);
    const alone = step?.from === step?.to;
    return (
      <footer class="pg-next">
        <p class="pg-note">
          {step
            ? `Next: ${inSentence(step.from)}${alone ? ', alone' : ` to ${inSentence(step.to)}`}.`
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
  if (status !== 'done' || number !== playground.flow.steps.length) return null;
  return (
    <footer class="pg-next">
      <p class="pg-note">The session has ended, and with it every token. That is the whole flow.</p>
      <button
        type="button"
        class="pg-button pg-button-primary"
        onClick={() => {
          playground.startOver();
          onMoved();
        }}
      >
        <Icon name="again" />
        Start over
      </button>
    </footer>
  );
}
