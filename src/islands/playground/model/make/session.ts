import { interpret } from '#flows/interpret.ts';
import { send } from '#flows/send.ts';
import { makeBasic } from '#protocol/make-basic.ts';
import { encodeForm } from '#protocol/form.ts';
import type { FormPair } from '#protocol/form.ts';
import { isAllowed, signsInBy } from '../log-in.ts';
import type { Core } from '../core.ts';
import type { SandboxCalls } from '../sandbox-calls.ts';
import { mintJwt } from './jwt.ts';
import type { Maker } from './made.ts';
import { demoUser } from './user.ts';

/** What a log-in without a window sends; undefined where the app has none, or nothing to send was made. */
async function logInForm(core: Core, sandbox: SandboxCalls): Promise<FormPair[] | undefined> {
  const app = core.app.value;
  // The step leads to the flow that brings them.
  if (signsInBy(app)) return undefined;
  // Where nothing is known of the app, the answer says what it may.
  if (isAllowed(app, 'jwt') || !app.flows) {
    const assertion = await mintJwt(core, sandbox);
    if (assertion === undefined) return undefined;
    return [
      ['grant_type', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
      ['assertion', assertion],
    ];
  }
  const user = await demoUser(core, sandbox);
  if (!user) return undefined;
  return [
    ['grant_type', 'password'],
    ['username', `${user.companyNumber}*${user.extensionNumber}`],
    ['password', user.password],
  ];
}

/** A pair of tokens, by the log-in that the app's settings allow without a user at hand. */
export const makeSession: Maker = async (core, outside, step) => {
  const { app, server, flow } = core;
  const form = await logInForm(core, outside.sandbox);
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
    note: `From a login as ${clientId}`,
    spoken: 'the tokens are here.',
  };
};
