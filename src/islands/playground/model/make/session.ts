import { interpret } from '#flows/interpret.ts';
import { flowTitles } from '#flows/ids.ts';
import type { FlowName } from '#flows/ids.ts';
import { send } from '#flows/send.ts';
import { makeBasic } from '#protocol/make-basic.ts';
import { encodeForm } from '#protocol/form.ts';
import type { FormPair } from '#protocol/form.ts';
import type { Core } from '../core.ts';
import { playgroundLink } from '../fragment.ts';
import type { SandboxCalls } from '../sandbox-calls.ts';
import type { PlaygroundApp } from '../types.ts';
import { mintJwt } from './jwt.ts';
import type { Maker } from './made.ts';
import { demoUser } from './user.ts';

/** Whether the app's settings allow a flow, as the sandbox's rule book says; false where it is not known. */
function allowed({ flows }: PlaygroundApp, flow: FlowName): boolean {
  const verdict = flows?.[flow];
  return verdict !== undefined && verdict.bySettings !== 'refused';
}

/** Log-ins that take no window: what each sends. */
async function logInForm(
  core: Core,
  sandbox: SandboxCalls,
): Promise<FormPair[] | 'elsewhere' | undefined> {
  const { app } = core;
  if (allowed(app.value, 'jwt')) {
    const assertion = await mintJwt(core, sandbox);
    if (assertion === undefined) return undefined;
    return [
      ['grant_type', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
      ['assertion', assertion],
    ];
  }
  if (!allowed(app.value, 'password')) return 'elsewhere';
  const user = await demoUser(core, sandbox);
  if (!user) return undefined;
  return [
    ['grant_type', 'password'],
    ['username', `${user.companyNumber}*${user.extensionNumber}`],
    ['password', user.password],
  ];
}

function sendElsewhere(core: Core): void {
  const { clientId } = core.app.value;
  const flow: FlowName = allowed(core.app.value, 'auth-code-pkce') ? 'auth-code-pkce' : 'auth-code';
  core.notify({
    kind: 'log-in-elsewhere',
    text: `${clientId} signs users in, which takes a window. Run ${flowTitles[flow]} up to its tokens; they come here by themselves.`,
    link: { label: `Run ${flowTitles[flow]}`, href: playgroundLink({ flow, app: clientId }) },
  });
}

/** A pair of tokens, by the log-in that the app's settings allow without a user at hand. */
export const makeSession: Maker = async (core, outside, step) => {
  const { app, server, flow } = core;
  const form = await logInForm(core, outside.sandbox);
  if (form === 'elsewhere') {
    sendElsewhere(core);
    return undefined;
  }
  core.dismiss('log-in-elsewhere');
  if (!form) return undefined;
  const { clientId, clientSecret } = app.value;
  const exchange = await send(
    {
      method: 'POST',
      url: `${server.value.origin}/restapi/oauth/token`,
      headers: [
        ['Content-Type', 'application/x-www-form-urlencoded'],
        ...(clientSecret === undefined
          ? []
          : [['Authorization', makeBasic(clientId, clientSecret)] as [string, string]]),
      ],
      body: encodeForm(clientSecret === undefined ? [...form, ['client_id', clientId]] : form),
    },
    {
      from: 'app',
      to: 'authorization-server',
      flow: flow.id,
      step: step.id,
      clientId,
      ...(clientSecret === undefined ? {} : { plays: 'server' as const }),
    },
    outside,
  );
  core.record(exchange);
  const outcome = interpret('token', exchange);
  if (outcome.kind !== 'done') {
    core.answer(step.id, { kind: 'exchange', outcome: outcome.kind, exchange });
    return undefined;
  }
  return {
    values: outcome.values,
    note: `Brought by a log-in as ${clientId}`,
    spoken: 'the tokens are here.',
  };
};
