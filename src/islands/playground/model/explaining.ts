import { computed, effect, signal } from '@preact/signals';
import type { Finding } from '#diagnosis/finding.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Core } from './core.ts';
import type { StepAnswer } from './kept-state.ts';

/** The exchange that may need a word, where the open step has one. */
function toExplain(core: Core, answer: StepAnswer | undefined): Exchange | undefined {
  if (answer?.kind === 'redirect') return answer.exchange;
  if (answer?.kind !== 'exchange') return undefined;
  // What went well as it stands needs none; what the reader changed may be a hole that works.
  const isChanged = Object.keys(core.kept.value.edits[core.open.value.id] ?? {}).length > 0;
  return answer.outcome !== 'done' || isChanged ? answer.exchange : undefined;
}

/** Explains the open step's answer. The rules are loaded when the first one needs them. */
export function createExplaining(core: Core) {
  const explanation = signal<Finding | undefined>(undefined);
  const answer = computed(() => core.kept.value.answers[core.open.value.id]);

  const tell = async (exchange: Exchange, told: StepAnswer | undefined): Promise<void> => {
    const { explained } = await import('./explained.ts');
    const found = await explained(core, exchange);
    // The reader may have gone on meanwhile.
    if (!found || answer.peek() !== told) return;
    explanation.value = found;
    core.announce(found.title);
  };

  return {
    explanation,
    watch: () =>
      effect(() => {
        const current = answer.value;
        explanation.value = undefined;
        const exchange = toExplain(core, current);
        if (exchange) void tell(exchange, current);
      }),
  };
}
