import type { Playground } from '../model/playground.ts';
import type { ActiveMistake } from '../model/types.ts';

/** The mistake that is told at the open step: its own, or the one whose sign-in led here. */
export function mistakeHere({ mistakes, step }: Playground): ActiveMistake | undefined {
  const active = mistakes.active.value;
  const { id, definition } = step.value;
  if (!active || active.mistake.step === id) return active;
  const back = definition.kind === 'return' || definition.kind === 'sign-in';
  return back && ['sent', 'answered'].includes(active.stage) ? active : undefined;
}
