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
  meaning: 'Names your app; it is no secret',
  required: true,
  spec: rfc(6749, '2.2'),
};

/** @param what "the code" or "the token" */
export function redirectUri(what: string): FlowParameter {
  return {
    name: 'redirect_uri',
    source: { kind: 'input', name: 'redirect_uri' },
    meaning: `Where ${what} goes. Must equal a registered one, character for character`,
    required: true,
    spec: rfc(6749, '3.1.2'),
  };
}

export const state: FlowParameter = {
  name: 'state',
  source: { kind: 'value', name: 'state' },
  meaning: 'Comes back unchanged, so that your app knows its own answer',
  required: false,
  spec: rfc(6749, '10.12'),
};

export const scope: FlowParameter = {
  name: 'scope',
  source: { kind: 'fixed', value: 'ReadAccounts', own: 'scope' },
  meaning: 'RingCentral takes the permissions from the app’s registration instead',
  required: false,
  leftOut: true,
  spec: rfc(6749, '3.3'),
};
