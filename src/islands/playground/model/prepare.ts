import { stepNumber } from '#flows/runner.ts';
import type { Core } from './core.ts';
import { handOn } from './handed.ts';
import { make } from './make/make.ts';
import { without } from './without.ts';

/** Runs a step that makes its values; those of an earlier press are replaced. */
export async function prepare(core: Core): Promise<void> {
  const step = core.open.value;
  if (!step.making || core.busy.value) return;
  core.busy.value = true;
  const made = await make(core, step.making);
  core.busy.value = false;
  if (!made) return;
  const { kept, flow } = core;
  const at = core.clock.now();
  for (const [name, value] of Object.entries(made.values)) core.hold(name, { ...value, at });
  // What later steps were sent with belongs to the values before these.
  core.update({ sentWith: without(kept.value.sentWith, ...core.after(step.id)) });
  core.answer(step.id, {
    kind: 'made',
    names: Object.keys(made.values),
    ...(made.note === undefined ? {} : { note: made.note }),
  });
  if (step.making === 'session') handOn(core);
  core.announce(`Step ${stepNumber(flow.steps, step.id)} done: ${made.spoken}`);
}
