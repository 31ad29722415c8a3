import type { FlowStep } from '#flows/flow.ts';
import { exchangeId } from '#flows/send.ts';
import type { Core } from '../core.ts';
import type { Surroundings } from '../surroundings.ts';
import { takeAnswer } from '../request/send-step.ts';
import { ingredientsOf, wireRequest } from '../request/rows.ts';
import { serverOf } from '../request/server-of.ts';
import type { PastedAnswer } from './pasted.ts';

/** Goes on with an answer that came by a terminal, as if the page had sent the open step itself. */
export async function takePasted(
  core: Core,
  { clock, random, sandbox }: Pick<Surroundings, 'clock' | 'random' | 'sandbox'>,
  step: FlowStep,
  { response }: Extract<PastedAnswer, { kind: 'answer' }>,
): Promise<void> {
  const request = wireRequest(core, step);
  if (!request) return;
  const { values } = ingredientsOf(core, step.id);
  core.update(({ sentWith }) => ({ sentWith: { ...sentWith, [step.id]: { ...values } } }));
  const { clientId, clientType } = core.app.value;
  await takeAnswer(core, { clock, sandbox }, step, {
    id: exchangeId(random),
    from: step.from,
    to: step.to,
    flow: core.flow.id,
    step: step.id,
    clientId,
    ...serverOf(core),
    answered: 'pasted',
    ...(step.from === 'app' && clientType === 'confidential' ? { plays: 'server' as const } : {}),
    startedAt: clock.now(),
    request,
    response,
  });
}
