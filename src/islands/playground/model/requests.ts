import { interpret } from '#flows/interpret.ts';
import { send } from '#flows/send.ts';
import type { FlowStep, StepOutcome } from '#flows/flow.ts';
import { stepNumber } from '#flows/runner.ts';
import { taskOf } from '#flows/task.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Core } from './core.ts';
import { errorCodeOf } from '#protocol/exchange-parts.ts';
import { handOn } from './handed.ts';
import { readPolicy } from './policy-client.ts';
import { ingredientsOf, wireRequest } from './rows.ts';

/** What the answer does to the values that the app holds. */
function keepValues(core: Core, step: FlowStep, outcome: StepOutcome & { kind: 'done' }): void {
  const { now } = core.clock;
  const { values } = core.kept.value;
  const task = taskOf(step);
  const code = values['code'];
  if (task === 'token' && code && code.spentAt === undefined) {
    const left = Math.max(
      0,
      Math.ceil((code.at + (code.lifetimeSeconds ?? 0) * 1000 - now()) / 1000),
    );
    core.hold('code', {
      ...code,
      spentAt: now(),
      note: `Spent with ${left} s to go. A second use is refused`,
    });
  }
  if (task === 'revoke') {
    for (const name of ['access_token', 'refresh_token']) {
      const held = values[name];
      if (held) core.hold(name, { ...held, endedAt: now(), note: 'Ended with its session' });
    }
  }
  for (const [name, old] of Object.entries(step.keeps ?? {})) {
    const before = values[name];
    if (!before || outcome.values[name] === undefined) continue;
    core.hold(old, { ...before, endedAt: now(), note: 'The one before the refresh' });
  }
  for (const [name, value] of Object.entries(outcome.values)) {
    const lifetimeSeconds = outcome.lifetimes[name];
    core.hold(name, {
      value,
      at: now(),
      ...(lifetimeSeconds === undefined ? {} : { lifetimeSeconds }),
    });
  }
  if (task !== 'api') handOn(core);
}

/** What a refusal of the token request does to the code: the policy decides. */
async function keepCode(core: Core, exchange: Exchange): Promise<void> {
  const code = core.kept.value.values['code'];
  if (!code || code.spentAt !== undefined) return;
  const errorCode = errorCodeOf(exchange.response?.body) ?? '';
  const spent = (note: string): void =>
    core.hold('code', { ...code, spentAt: core.clock.now(), note });
  if (errorCode === 'OAU-106') spent('The server does not know it, or it was used before');
  if (!/^SANDBOX-PKCE-[1-4]$/.test(errorCode)) return;
  const policy = await readPolicy(core);
  if (policy?.consumeCodeOnWrongVerifier) {
    spent('Spent: this policy spends a code on a wrong verifier');
  } else if (policy) {
    const note = 'Still good: this policy does not spend a code on a wrong verifier';
    core.hold('code', { ...code, note });
  }
}

/** "Step 5 of 8, Trade the code for tokens: 200." */
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

/** Sends the open step's request as its rows stand and keeps what comes back. */
export async function sendStep(core: Core): Promise<void> {
  const step = core.open.value;
  const request = wireRequest(core, step);
  if (!request || core.busy.value) return;
  core.busy.value = true;
  const { values: sentWith } = ingredientsOf(core, step.id);
  core.update({ sentWith: { ...core.kept.value.sentWith, [step.id]: { ...sentWith } } });
  const exchange = await send(
    request,
    {
      from: step.from,
      to: step.to,
      flow: core.flow.id,
      step: step.id,
      clientId: core.app.value.clientId,
      ...(step.from === 'app' && core.app.value.clientType === 'confidential'
        ? { plays: 'server' as const }
        : {}),
    },
    { ...core.surroundings, clock: core.clock },
  );
  core.record(exchange);
  const outcome = interpret(taskOf(step), exchange);
  if (outcome.kind === 'done') keepValues(core, step, outcome);
  if (outcome.kind === 'refused' && taskOf(step) === 'token') await keepCode(core, exchange);
  core.answer(step.id, { kind: 'exchange', outcome: outcome.kind, exchange });
  core.busy.value = false;
  core.announce(spoken(core, step, outcome));
}
