import type { JSX } from 'preact';
import { Icon } from '#islands/parts/Icon.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { Playground } from '../model/playground.ts';
import type { StepView } from '../model/types.ts';
import { Press } from '../step/Press.tsx';

export interface RunToProps {
  playground: Playground;
}

/** The steps before the open one that have not brought what they bring. */
function notRun({ steps, step }: Pick<Playground, 'steps' | 'step'>): StepView[] {
  return steps.value.filter(({ number, settled }) => number < step.value.number && !settled);
}

function named(steps: readonly StepView[]): string {
  const [first, last] = [steps[0]?.number, steps.at(-1)?.number];
  return first === last ? `Step ${first} has` : `Steps ${first} to ${last} have`;
}

/** Whether a run of them takes a sign-in, where the flow has one. */
function takesSignIn({ steps }: Playground, missing: readonly StepView[]): boolean {
  const opens = steps.value.find(({ definition }) => definition.kind === 'navigate')?.number;
  return opens !== undefined && missing.some(({ number }) => number >= opens);
}

/** What comes before the open step, run in one press, and what was got anew on the way. */
export function RunTo({ playground }: RunToProps): JSX.Element | null {
  const { request, steps, mistakes } = playground;
  const stopped = request.stopped.value;
  // Said in the bar meanwhile.
  if (request.running.value || playground.server.value.kind !== 'sandbox') return null;
  if (stopped) {
    const to = steps.value.find(({ id }) => id === stopped.to)?.number;
    return (
      <div class="pg-strip pg-strip-warning pg-run">
        <Verdict kind="warning" />
        <span>
          The run to step {to} stopped here: this step did not return what the next step needs.
        </span>
        <button
          type="button"
          class="pg-button pg-button-small"
          onClick={() => void request.runTo(stopped.to)}
        >
          Run on to step {to}
        </button>
      </div>
    );
  }
  const missing = notRun(playground);
  const again = request.signedInAgain.value;
  if (again !== undefined) {
    return (
      <p class="pg-strip pg-run">
        <Icon name="again" />
        <span>{again}</span>
      </p>
    );
  }
  // A mistake that lacks what it takes asks for it itself.
  if (missing.length === 0 || mistakes.holdsSend.value) return null;
  return (
    <div class="pg-strip pg-run">
      <Icon name="again" />
      <span>
        {named(missing)} not run.{' '}
        {missing.length === 1 ? 'It can run by itself' : 'They can run by themselves'}
        {takesSignIn(playground, missing) ? ': extension 101 signs in and allows.' : '.'}
      </span>
      <Press
        playground={playground}
        class="pg-button pg-button-small"
        onPress={() => request.runTo(playground.step.value.id)}
      >
        Run to here
      </Press>
    </div>
  );
}
