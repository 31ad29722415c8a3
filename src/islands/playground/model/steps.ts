import { computed } from '@preact/signals';
import type { FlowStep } from '#flows/flow.ts';
import { isDone } from './core.ts';
import type { Core } from './core.ts';
import type { StepStatus } from '#islands/diagram/shown-step.ts';
import type { StepAnswer } from './kept-state.ts';
import type { StepView } from './types.ts';

const none: StepAnswer = { kind: 'none' };

function statusOf(answer: StepAnswer, current: boolean): StepStatus {
  if (isDone(answer)) return 'done';
  if (answer.kind === 'exchange') return answer.outcome;
  if (answer.kind === 'redirect') return 'refused';
  return answer.kind === 'waiting' || current ? 'now' : 'next';
}

/** The steps with where they stand. */
export function createSteps(core: Core) {
  const answerOf = (step: string): StepAnswer => core.kept.value.answers[step] ?? none;
  const view = (definition: FlowStep, index: number): StepView => {
    const current = definition.id === core.open.value.id;
    const status = statusOf(answerOf(definition.id), current);
    const settled = status === 'done' || (status === 'refused' && definition.expects === 'refusal');
    return { id: definition.id, number: index + 1, definition, status, settled, current };
  };
  const step = computed((): StepView => {
    const open = core.open.value;
    return view(open, core.flow.steps.indexOf(open));
  });
  return {
    steps: computed((): readonly StepView[] => core.flow.steps.map(view)),
    step,
    next: computed(() => {
      const { definition, number, settled } = step.value;
      const following = core.flow.steps[number];
      if (!settled || !following) return undefined;
      if (definition.next !== undefined) return { id: following.id, label: definition.next };
      // Where the server leads on by itself, there is something to see once it has.
      if (answerOf(following.id).kind === 'none') return undefined;
      return { id: following.id, label: following.title };
    }),
  };
}
