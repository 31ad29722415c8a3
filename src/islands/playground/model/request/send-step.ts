import { batch } from '@preact/signals';
import { interpret } from '#flows/interpret.ts';
import { send } from '#flows/send.ts';
import type { FlowStep, StepOutcome } from '#flows/flow.ts';
import { stepNumber } from '#flows/runner.ts';
import { taskOf } from '#flows/task.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Core } from '../core.ts';
import { errorCodeOf } from '#protocol/exchange-parts.ts';
import type { Outside } from '../make/made.ts';
import { expiryOf } from '../values.ts';
import { ingredientsOf, wireRequest } from './rows.ts';
import { serverOf } from './server-of.ts';

/** What the answer does to the values that the app holds. */
function keepValues(
  core: Core,
  step: FlowStep,
  outcome: StepOutcome & { kind: 'done' },
  at: number,
): void {
  const { values } = core.current();
  const task = taskOf(step);
  const code = values['code'];
  if (task === 'token' && code && code.spentAt === undefined) {
    const left = expiryOf(code, at)?.remainingSeconds ?? 0;
    const note = `Used with ${left} s left. The server refuses a second use`;
    core.hold('code', { ...code, spentAt: at, note });
  }
  if (task === 'revoke') {
    for (const name of ['access_token', 'refresh_token']) {
      const held = values[name];
      if (held) core.hold(name, { ...held, endedAt: at, note: 'Ended with its session' });
    }
  }
  for (const [name, old] of Object.entries(step.keeps ?? {})) {
    const before = values[name];
    if (!before || outcome.values[name] === undefined) continue;
    core.hold(old, { ...before, endedAt: at, note: 'The one before the refresh' });
  }
  for (const [name, value] of Object.entries(outcome.values)) core.hold(name, { ...value, at });
}

/** What a refusal of the token request does to the code: the policy decides. */
async function keepCode(
  core: Core,
  { clock, sandbox }: Pick<Outside, 'clock' | 'sandbox'>,
  exchange: Exchange,
): Promise<void> {
  const code = core.current().values['code'];
  if (!code || code.spentAt !== undefined) return;
  const errorCode = errorCodeOf(exchange.response?.body) ?? '';
  const spent = (note: string): void => core.hold('code', { ...code, spentAt: clock.now(), note });
  if (errorCode === 'OAU-106') spent('The server does not know it, or it was used before');
  if (core.server.value.kind !== 'sandbox' || !/^SANDBOX-PKCE-[1-4]$/.test(errorCode)) return;
  const answer = await (await sandbox.client()).getPolicy(core.app.value.clientId);
  if (answer.kind !== 'done') return;
  if (answer.value.consumeCodeOnWrongVerifier) {
    spent('Used up: by this policy a wrong verifier uses up a code');
  } else {
    const note = 'Still valid: by this policy a wrong verifier does not use up a code';
    core.hold('code', { ...code, note });
  }
}

/** "Step 5 of 8, Exchange the code for tokens: 200." */
function spoken(core: Core, step: FlowStep, outcome: StepOutcome): string {
  const where = `Step ${stepNumber(core.flow.steps, step.id)}, ${step.title}`;
  const status = outcome.exchange.response?.status;
  if (outcome.kind === 'done') return `${where}: the server answered ${status}.`;
  if (outcome.kind === 'refused' && step.expects)
    return `${where}: refused with ${status}, as this step shows.`;
  if (outcome.kind === 'refused')
    return `${where}: refused with ${status}. An explanation follows.`;
  return `${where}: the request could not leave the browser.`;
}

/** Sends a step's request as its rows stand and keeps what comes back. */
export async function sendStep(core: Core, outside: Outside, step: FlowStep): Promise<void> {
  const request = wireRequest(core, step);
  if (!request || core.busy.value) return;
  core.busy.value = true;
  const { values } = ingredientsOf(core, step.id);
  core.update(({ sentWith }) => ({ sentWith: { ...sentWith, [step.id]: { ...values } } }));
  const { clientId, clientType } = core.app.value;
  const exchange = await send(
    request,
    {
      from: step.from,
      to: step.to,
      flow: core.flow.id,
      step: step.id,
      clientId,
      ...serverOf(core),
      ...(step.from === 'app' && clientType === 'confidential' ? { plays: 'server' as const } : {}),
    },
    outside,
  );
  await takeAnswer(core, outside, step, exchange);
}

/** Keeps what came back of a step's request, however it came. */
export async function takeAnswer(
  core: Core,
  outside: Pick<Outside, 'clock' | 'sandbox'>,
  step: FlowStep,
  exchange: Exchange,
): Promise<void> {
  core.record(exchange);
  const outcome = interpret(taskOf(step), exchange);
  if (outcome.kind === 'done') batch(() => keepValues(core, step, outcome, outside.clock.now()));
  if (outcome.kind === 'refused' && taskOf(step) === 'token')
    await keepCode(core, outside, exchange);
  // What explains a refusal is there before it is shown: what came above it later would push it
  // down. Where it cannot be had, the answer stands alone.
  if (outcome.kind === 'refused') await import('#diagnosis/explain.ts').catch(() => undefined);
  core.answer(step.id, { kind: 'exchange', outcome: outcome.kind, exchange });
  core.busy.value = false;
  core.announce(spoken(core, step, outcome));
}
