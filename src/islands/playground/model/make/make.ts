import { batch } from '@preact/signals';
import type { FlowStep, Making } from '#flows/flow.ts';
import { stepNumber } from '#flows/runner.ts';
import type { Core } from '../core.ts';
import { without } from '../kept-state.ts';
import type { Maker, Outside } from './made.ts';
import { makeOnlyState, makePkce } from './pkce.ts';

/** What a page makes alone is here; what takes the sandbox is loaded when it is asked for. */
const makers: Record<Making, () => Promise<Maker>> = {
  pkce: () => Promise.resolve(makePkce),
  state: () => Promise.resolve(makeOnlyState),
  user: async () => (await import('./user.ts')).makeUser,
  jwt: async () => (await import('./jwt.ts')).makeJwt,
  session: async () => (await import('./session.ts')).makeSession,
};

/** Makes the values of a step; those of an earlier press are replaced. */
export async function make(core: Core, outside: Outside, step: FlowStep): Promise<void> {
  const { flow } = core;
  if (!step.making || core.busy.value) return;
  core.busy.value = true;
  const maker = outside.makers?.[step.making] ?? (await makers[step.making]());
  const made = await maker(core, outside, step);
  core.busy.value = false;
  if (!made) return;
  const at = outside.clock.now();
  batch(() => {
    for (const [name, value] of Object.entries(made.values)) core.hold(name, { ...value, at });
  });
  // What later steps were sent with belongs to the values before these.
  core.update(({ sentWith }) => ({ sentWith: without(sentWith, ...core.after(step.id)) }));
  core.answer(step.id, {
    kind: 'made',
    names: Object.keys(made.values),
    ...(made.note === undefined ? {} : { note: made.note }),
  });
  core.announce(`Step ${stepNumber(flow.steps, step.id)} done: ${made.spoken}`);
}
