import type { FlowParameter } from '../flow.ts';
import { rfc } from '../specs.ts';

/** Asks for a code. */
export const responseTypeCode: FlowParameter = {
  name: 'response_type',
  source: { kind: 'fixed', value: 'code' },
  meaning: 'Ask for a code, not for a token',
  required: true,
  spec: rfc(6749, '4.1.1'),
};

/** Names the app to the server, in the address. */
export const authorizeClientId: FlowParameter = {
  name: 'client_id',
  source: { kind: 'input', name: 'client_id' },
  meaning: 'It names your app and is not secret',
  required: true,
  spec: rfc(6749, '2.2'),
};

/** @param what "the code" or "the token" */
export function redirectUri(what: string): FlowParameter {
  return {
    name: 'redirect_uri',
    source: { kind: 'input', name: 'redirect_uri' },
    meaning: `Where ${what} goes. It must equal a registered one, character for character`,
    required: true,
    spec: rfc(6749, '3.1.2'),
  };
}

export const state: FlowParameter = {
  name: 'state',
  source: { kind: 'value', name: 'state' },
  meaning: 'It comes back unchanged, so that your app knows its own answer',
  required: false,
  spec: rfc(6749, '10.12'),
};

export const scope: FlowParameter = {
  name: 'scope',
  source: { kind: 'fixed', value: 'ReadAccounts', own: 'scope' },
  meaning: 'RingCentral uses the permissions of the app instead',
  required: false,
  leftOut: true,
  spec: rfc(6749, '3.3'),
};
