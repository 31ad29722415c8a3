import { computed, effect, signal } from '@preact/signals';
import type { Core } from './core.ts';
import type { Explanation } from './explain/explanation.ts';
import type { ExplainContext } from './explain-context.ts';
import type { StepAnswer } from './types.ts';

function needsExplaining(answer: StepAnswer | undefined): answer is ExplainContext['answer'] {
  if (answer?.kind === 'exchange') return answer.outcome !== 'done';
  // A token in the redirect is implicit's right answer, as a code is that of the others.
  if (answer?.kind === 'redirect') {
    return ['error', 'stopped'].includes(answer.outcome) || answer.state === 'not-sent';
  }
  return false;
}

/** Explains the open step's refusal. The explanations are loaded when the first one is needed. */
export function createExplaining(core: Core) {
  const explanation = signal<Explanation | undefined>(undefined);
  const answer = computed(() => core.kept.value.answers[core.open.value.id]);

  const tell = async (refused: ExplainContext['answer']): Promise<void> => {
    const [{ explain }, { createExplainContext }] = await Promise.all([
      import('./explain/explain.ts'),
      import('./explain-context.ts'),
    ]);
    const told = await explain(createExplainContext(core, refused));
    // The reader may have gone on meanwhile.
    if (answer.peek() !== refused) return;
    explanation.value = told;
    core.announce(told.title);
  };

  return {
    explanation,
    watch: () =>
      effect(() => {
        const current = answer.value;
        explanation.value = undefined;
        if (needsExplaining(current)) void tell(current);
      }),
  };
}
